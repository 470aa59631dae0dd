import type { WebContent } from '../read-content.js';
import type { Site } from '../site.js';
import { openAkhbar } from './akhbar.js';
import { openForum } from './forum.js';
import { openGazette } from './gazette.js';
import { openSocial } from './social.js';

/** The sites of the demo's public web. `clock` tells the social server when its rate-limit window ends. */
export const openSites = (content: WebContent, clock: () => Date): Site[] => [
  openAkhbar(content.akhbar),
  openGazette(content.gazette),
  openForum(content.forum),
  openSocial(content.social, clock),
];

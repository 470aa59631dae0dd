import type { Source } from './all.js';
import { YOUTUBE_API_KEY } from './youtube.js';

/** Names of the environment values without which a source cannot be collected; empty for most kinds. */
export const secretsNeeded = (source: Source): string[] => (source.kind === 'youtube' ? [YOUTUBE_API_KEY] : []);

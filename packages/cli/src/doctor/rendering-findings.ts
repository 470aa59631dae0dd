import type { Source } from '@marsad/collector';
import type { Chromium } from '../find-chromium.js';
import type { Finding } from './finding.js';

/** For each source whose pages are to be rendered, whether there is a browser to do it. */
export const renderingFindings = (
  sources: readonly Source[],
  chromium: Chromium | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Finding[] =>
  sources
    .filter((source) => source.kind === 'website' && source.render)
    .map(({ id }): Finding => {
      const subject = `source ${id}`;
      if (chromium) return { state: 'ready', subject, sentence: `pages are rendered by ${chromium.executablePath}` };
      const named = environment.MARSAD_CHROMIUM;
      return {
        state: 'wrong',
        subject,
        sentence: named
          ? `has \`render: true\`, but the Chromium that MARSAD_CHROMIUM names is not there: ${named}`
          : 'has `render: true`, but no Chromium was found',
        remedy: 'Install Chromium, or name its program in MARSAD_CHROMIUM, or set `render: false`.',
      };
    });

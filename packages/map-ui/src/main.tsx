import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { TranslationProvider } from './i18n/translation.js';
import { openTranslator } from './i18n/translator.js';
import { Observatory } from './observatory.js';
import { ProblemNotice } from './panels/problem-notice.js';
import { loadSnapshot } from './snapshot/load.js';
import { addressOf, type Presentation, presentationInUrl } from './state/presentation.js';
import { readerLanguage } from './state/reader-language.js';
import { languageInUrl } from './state/url.js';
import type { PageStart } from './state/use-page.js';
import './styles/index.css';

/** Frame and brief come as chunks of their own: readers of the page do not wait for them. */
const componentOf = async (presentation: Presentation): Promise<(start: PageStart) => ReactNode> => {
  if (presentation === 'embed') return (await import('./embed/embedded.js')).Embedded;
  if (presentation === 'brief') return (await import('./brief/brief.js')).Brief;
  return Observatory;
};

const start = async (mount: HTMLElement): Promise<void> => {
  // At once, beside the words: on a bad line one after the other costs seconds.
  const loading = loadSnapshot({ fetchFile: (name) => fetch(new URL(`data/${name}`, document.baseURI)) });
  const language = readerLanguage(navigator.languages);
  const translator = await openTranslator(languageInUrl(location.search) ?? language);
  document.documentElement.lang = translator.language;
  document.documentElement.dir = translator.direction;
  const root = createRoot(mount);
  root.render(<p className="loading">{translator.say('notice.loading')}</p>);
  const presentation = presentationInUrl(location.search);
  const shown = componentOf(presentation);
  const loaded = await loading;
  const Shown = await shown;
  root.render(
    <StrictMode>
      {loaded.ok ? (
        <Shown
          snapshot={loaded.value}
          language={language}
          firstTranslator={translator}
          address={addressOf(presentation, location, (url) => history.replaceState(null, '', url))}
        />
      ) : (
        <TranslationProvider value={translator}>
          <ProblemNotice problem={loaded.problem} />
        </TranslationProvider>
      )}
    </StrictMode>,
  );
};

const mount = document.getElementById('observatory');
if (mount) void start(mount);

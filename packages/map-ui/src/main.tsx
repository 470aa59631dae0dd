import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { TranslationProvider } from './i18n/translation.js';
import { openTranslator } from './i18n/translator.js';
import { Observatory } from './observatory.js';
import { ProblemNotice } from './panels/problem-notice.js';
import { loadSnapshot } from './snapshot/load.js';
import { readerLanguage } from './state/reader-language.js';
import { languageInUrl } from './state/url.js';
import './styles/index.css';

// The page's content security policy forbids compiling code at run time, and even the attempt is reported.
z.config({ jitless: true });

const start = async (mount: HTMLElement): Promise<void> => {
  const language = readerLanguage(navigator.languages);
  const translator = await openTranslator(languageInUrl(location.search) ?? language);
  document.documentElement.lang = translator.language;
  document.documentElement.dir = translator.direction;
  const root = createRoot(mount);
  root.render(<p className="loading">{translator.say('notice.loading')}</p>);
  const loaded = await loadSnapshot({ fetchFile: (name) => fetch(new URL(`data/${name}`, document.baseURI)) });
  root.render(
    <StrictMode>
      {loaded.ok ? (
        <Observatory
          snapshot={loaded.value}
          language={language}
          firstTranslator={translator}
          address={{
            query: () => location.search,
            replaceQuery: (query) => history.replaceState(null, '', `${location.pathname}${query}${location.hash}`),
          }}
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

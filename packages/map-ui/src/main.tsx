import type { SnapshotManifest } from '@marsad/records/snapshot';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { TranslationProvider } from './i18n/translation.js';
import { openTranslator } from './i18n/translator.js';
import { Observatory } from './observatory.js';
import { ProblemNotice } from './panels/problem-notice.js';
import { checkFiles, type FileCheck } from './snapshot/check-files.js';
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

/** How long the page is left alone before its files are checked, in milliseconds: map and table come first. */
const CHECK_AFTER = 1_500;

/** Whether the files are as they were made, found out once the page stands; what was received is let go then. */
const checkedLater = (manifest: SnapshotManifest, received: Map<string, string>): Promise<FileCheck> =>
  new Promise((resolve) => {
    setTimeout(() => {
      // Missing in pages that came over plain HTTP, whatever the type says.
      const subtle: SubtleCrypto | undefined = crypto.subtle;
      void checkFiles(manifest, received, subtle && ((bytes) => subtle.digest('SHA-256', bytes))).then((check) => {
        received.clear();
        resolve(check);
      });
    }, CHECK_AFTER);
  });

const start = async (mount: HTMLElement): Promise<void> => {
  // At once, beside the words: on a bad line one after the other costs seconds.
  const received = new Map<string, string>();
  const loading = loadSnapshot({
    fetchFile: async (name) => {
      const response = await fetch(new URL(`data/${name}`, document.baseURI));
      const text = async (): Promise<string> => {
        const came = await response.text();
        received.set(name, came);
        return came;
      };
      return { ok: response.ok, status: response.status, text };
    },
  });
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
  const checked = loaded.ok ? checkedLater(loaded.value.manifest, received) : null;
  root.render(
    <StrictMode>
      {loaded.ok && checked ? (
        <Shown
          snapshot={loaded.value}
          checked={checked}
          language={language}
          firstTranslator={translator}
          address={addressOf(presentation, location, (url) => history.replaceState(null, '', url))}
        />
      ) : (
        !loaded.ok && (
          <TranslationProvider value={translator}>
            <ProblemNotice problem={loaded.problem} />
          </TranslationProvider>
        )
      )}
    </StrictMode>,
  );
};

const mount = document.getElementById('observatory');
if (mount) void start(mount);

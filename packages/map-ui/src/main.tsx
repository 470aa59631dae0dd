import type { SnapshotManifest } from '@marsad/records/snapshot';
import { type ReactNode, StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { keepPlace, keepPlaceThroughLetters } from './first/keep-place.js';
import { TranslationProvider } from './i18n/translation.js';
import { openTranslator } from './i18n/translator.js';
import type { KnownOffline } from './known/known-offline.js';
import { KnownProvider } from './known/known-provider.js';
import { loadKnown } from './known/load-known.js';
import { Observatory } from './observatory.js';
import { browserWorld } from './out/browser-world.js';
import { ProblemNotice } from './panels/problem-notice.js';
import { checkFiles, type FileCheck } from './snapshot/check-files.js';
import { type LoadEffects, type LoadedSnapshot, loadSnapshot } from './snapshot/load.js';
import { unpacking } from './snapshot/unpacking.js';
import { addressOf, type Presentation, presentationInUrl } from './state/presentation.js';
import { languageInUrl, readerLanguage } from './state/reader-language.js';
import { tierOfReader } from './state/reader-marks.js';
import type { PageStart } from './state/use-page.js';
// Not among the first styles: over a bad line the figures come before the letters they are best read in.
import './styles/letters.css';

/** Whether an address opens the map: pictures for paper need none, and what stands in its place asks for none. */
const opensMap = (query: string): boolean =>
  presentationInUrl(query) !== 'brief' && (new URLSearchParams(query).get('show') ?? 'map') === 'map';

/** Frame and brief come as chunks of their own: readers of the page do not wait for them. */
const componentOf = async (presentation: Presentation): Promise<(start: PageStart) => ReactNode> => {
  if (presentation === 'embed') return (await import('./embed/embedded.js')).Embedded;
  if (presentation === 'brief') return (await import('./brief/brief.js')).Brief;
  return Observatory;
};

/** How long the page is left alone before its files are checked, in milliseconds: map and table come first. */
const CHECK_AFTER = 1_500;

/** Texts of the data folder that came, by name: some have to be put together again before they can be checked. */
type Received = Map<string, () => Promise<string>>;

/** Whether the files are as they were made, found out once the page stands; what was received is let go then. `last` comes with the last file. */
const checkedLater = (
  manifest: SnapshotManifest,
  received: Received,
  last: Promise<KnownOffline>,
): Promise<FileCheck> =>
  new Promise((resolve) => {
    setTimeout(async () => {
      const { inTiers } = await last;
      // Missing in pages that came over plain HTTP, whatever the type says.
      const subtle: SubtleCrypto | undefined = crypto.subtle;
      const texts = new Map<string, string>();
      for (const [name, text] of received) texts.set(name, await text());
      void checkFiles(
        { files: [...manifest.files, ...(inTiers?.files ?? [])] },
        texts,
        subtle && ((bytes) => subtle.digest('SHA-256', bytes)),
      ).then((check) => {
        received.clear();
        resolve(check);
      });
    }, CHECK_AFTER);
  });

/** What the page is told once it stands: what people know offline, and whether all files are as they were made. */
const withLaterFiles = (
  { manifest, areas }: LoadedSnapshot,
  received: Received,
  effects: LoadEffects,
  tier: string | undefined,
): { known: Promise<KnownOffline>; checked: Promise<FileCheck> } => {
  const known = loadKnown(manifest, new Set(areas.map(({ id }) => id)), effects, tier);
  return { known, checked: checkedLater(manifest, received, known) };
};

/**
 * Puts the living page into its place, over the first view where one is shown.
 * @param fetchPath one file by its path below the page, which may be on its way already
 * @param packed path of the packed figures; null where there are none
 */
export const start = async (
  mount: HTMLElement,
  fetchPath: (path: string) => Promise<Response>,
  packed: string | null,
): Promise<void> => {
  const received: Received = new Map();
  const fetchFile = unpacking(fetchPath, packed);
  const effects: LoadEffects = {
    fetchFile: async (name) => {
      const { ok, status, text, value } = await fetchFile(name);
      const came = async (): Promise<string> => {
        const whole = await text();
        received.set(name, async () => whole);
        return whole;
      };
      if (value !== undefined) received.set(name, text);
      return { ok, status, text: came, value };
    },
  };
  const loading = loadSnapshot(effects, () => {
    // The line is free now: the map's code comes while the figures are checked, and not after.
    if (opensMap(location.search)) void import('./map/map-shell.js').catch(() => {});
  });
  const language = readerLanguage(navigator.languages);
  const translator = await openTranslator(languageInUrl(location.search) ?? language);
  document.documentElement.lang = translator.language;
  document.documentElement.dir = translator.direction;
  const root = createRoot(mount);
  const isFirst = mount.dataset.first !== undefined;
  if (isFirst) keepPlaceThroughLetters();
  if (!isFirst) root.render(<p className="loading">{translator.say('notice.loading')}</p>);
  const presentation = presentationInUrl(location.search);
  const shown = componentOf(presentation);
  const loaded = await loading;
  const Shown = await shown;
  // What is made to be handed on, on paper or in a frame, holds what everybody may read.
  const tier = presentation === 'page' ? tierOfReader() : undefined;
  const ready = loaded.ok ? withLaterFiles(loaded.value, received, effects, tier) : null;
  const backInPlace = isFirst ? keepPlace() : null;
  const page = (
    <StrictMode>
      {loaded.ok && ready ? (
        <KnownProvider known={ready.known}>
          <Shown
            snapshot={loaded.value}
            checked={ready.checked}
            language={language}
            firstTranslator={translator}
            world={browserWorld}
            address={addressOf(presentation, location, (url) => history.replaceState(null, '', url))}
          />
        </KnownProvider>
      ) : (
        !loaded.ok && (
          <TranslationProvider value={translator}>
            <ProblemNotice problem={loaded.problem} />
          </TranslationProvider>
        )
      )}
    </StrictMode>
  );
  // In one go: the first view is never gone before the page is there.
  flushSync(() => root.render(page));
  delete mount.dataset.first;
  backInPlace?.();
};

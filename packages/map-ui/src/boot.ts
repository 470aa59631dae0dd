import { SNAPSHOT_FILES } from '@marsad/records/without-checks';
import { earlyFiles } from './first/early-files.js';
import { opensFirstView, packedFiguresPath, showFirst } from './first/show-first.js';
import { loadCatalogue } from './i18n/catalogues.js';
import { languageInUrl, readerLanguage } from './state/reader-language.js';
import './styles/index.css';

const begin = async (mount: HTMLElement): Promise<void> => {
  const language = languageInUrl(location.search) ?? readerLanguage(navigator.languages);
  // First alone: on a bad line, whatever comes beside it delays it.
  if (opensFirstView(location.search)) await showFirst(mount, language);
  const page = import('./main.js');
  const { manifest, areas, figures } = SNAPSHOT_FILES;
  const packed = packedFiguresPath();
  const fetchPath = earlyFiles([`data/${manifest}`, `data/${areas}`, packed ?? `data/${figures}`]);
  // All that the page will ask for in a moment; what fails here fails there again, where it is told.
  for (const part of [loadCatalogue(language), import('./snapshot/read-files.js')]) part.catch(() => undefined);
  await (await page).start(mount, fetchPath, packed);
};

const mount = document.getElementById('observatory');
if (mount) void begin(mount);

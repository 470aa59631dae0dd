import type { InterfaceLanguage } from '@marsad/records/snapshot';
import { captionOf } from '../../src/out/caption.js';
import { comparedOf } from '../../src/out/compared.js';
import { outRows } from '../../src/out/out-rows.js';
import type { LoadedSnapshot } from '../../src/snapshot/load.js';
import { firstView, questionOf, type View } from '../../src/state/view.js';
import { changeOfPage } from '../../src/view/change.js';
import { figuresOfPage } from '../../src/view/figures.js';
import { indexBlocks } from '../../src/view/index-blocks.js';
import { translatorOf } from '../i18n/read-catalogue.js';
import { makeSnapshot } from '../snapshot/make-snapshot.js';

/** The day on which everything in these tests leaves the page. */
const NOW = Date.UTC(2026, 10, 22, 12);
const LINK = 'https://city.example/observatory/?lang=en';

/** Everything that an output is made of, for a made snapshot. */
export const makeOut = (
  part: Partial<View> = {},
  language: InterfaceLanguage = 'en',
  snapshot: LoadedSnapshot = makeSnapshot(),
) => {
  const { manifest, areas, blocks } = snapshot;
  const choices = {
    weeks: manifest.weeks,
    areaIds: new Set(areas.map((area) => area.id)),
    districtIds: new Set<string>(),
    severities: true,
    languages: [],
    rungs: [],
    levels: ['neighbourhoods', 'city'] as const,
    language,
  };
  const view: View = { ...firstView(choices), ...part };
  const page = figuresOfPage([...choices.areaIds], indexBlocks(blocks), questionOf(view, manifest.weeks));
  const translator = translatorOf(language);
  const earlier =
    view.before &&
    figuresOfPage([...choices.areaIds], indexBlocks(blocks), {
      ...questionOf(view, manifest.weeks),
      range: view.before,
      whole: false,
    });
  const compared = comparedOf(view, earlier && changeOfPage(earlier, page));
  const captionParts = { manifest, view, page, compared, now: NOW, link: LINK };
  return {
    manifest,
    areas,
    view,
    page,
    compared,
    translator,
    captionParts,
    caption: captionOf(translator, captionParts),
    rows: outRows(manifest, areas, page, compared, translator),
  };
};

import type { Area, SnapshotManifest } from '@marsad/records/snapshot';
import type { Translator } from '../i18n/translator.js';
import { type AreaChange, type ChangeClass, changeKind } from '../view/change.js';
import type { AreaFigures, PageFigures } from '../view/figures.js';
import type { Level } from '../view/levels.js';
import { nameIn } from '../view/names.js';
import type { HiddenReason } from '../view/sliced-blocks.js';
import type { Compared } from './compared.js';
import { plainLine } from './plain-line.js';

/** Whether a figure is given, and if not, which of the silences it is: codes that no language changes. */
type OutStatus = 'shown' | 'suppressed' | 'other-weeks' | 'no-data';

/** One place as every file tells it: what the table shows, unrounded; null wherever the table shows no number. */
export interface OutRow {
  level: 'city' | 'district' | 'neighbourhood';
  id: string;
  name: string;
  /** name of the district; empty where there is none */
  district: string;
  status: OutStatus;
  /** why a part or all of the weeks is hidden */
  hiddenReasons: readonly HiddenReason[];
  /** share 0–1 of the posts to read first, and its 95 % interval */
  share: number | null;
  low: number | null;
  high: number | null;
  /** what that share is: corrected for the model's error, or what the model flags */
  shareKind: 'corrected' | 'flagged' | null;
  /** labels of the whole city behind the correction */
  labels: number | null;
  /** how a corrected share stands to that of the city */
  versusCity: 'above' | 'below' | 'cannot-tell' | null;
  /** flagged / posts and its 95 % interval, corrected or not */
  flaggedShare: number | null;
  flaggedLow: number | null;
  flaggedHigh: number | null;
  flagged: number | null;
  posts: number | null;
  weeksCovered: number | null;
  weeksAsked: number;
  /** posts without a known date that are counted in */
  undatedPosts: number | null;
  /** the change from the other period; null while nothing is compared */
  change: RowChange | null;
}

/** Shares of two periods and their difference (later minus earlier), shares 0–1; null where one of them is not shown. */
interface RowChange {
  class: ChangeClass;
  /** whether both shares are corrected (from the own posts of each period) or both flagged by the model */
  kind: 'corrected' | 'flagged' | null;
  beforeStatus: OutStatus;
  before: number | null;
  beforeLow: number | null;
  beforeHigh: number | null;
  /** what the earlier period rests on; null where it shows no figure */
  beforeFlagged: number | null;
  beforePosts: number | null;
  beforeWeeksCovered: number | null;
  beforeWeeksAsked: number;
  after: number | null;
  afterLow: number | null;
  afterHigh: number | null;
  difference: number | null;
  low: number | null;
  high: number | null;
}

const statusOf = (figures: AreaFigures): OutStatus => {
  if (figures.rate !== null) return 'shown';
  if (figures.class === 'suppressed' || figures.class === 'other-weeks') return figures.class;
  return 'no-data';
};

const changeOf = (change: AreaChange | undefined): RowChange | null => {
  if (change === undefined) return null;
  const { before, shares } = change;
  const shown = before.rate !== null;
  return {
    class: change.class,
    kind: shares && changeKind(change),
    beforeStatus: statusOf(before),
    before: shares?.before.rate ?? null,
    beforeLow: shares?.before.interval.low ?? null,
    beforeHigh: shares?.before.interval.high ?? null,
    beforeFlagged: shown ? before.flagged : null,
    beforePosts: shown ? before.posts : null,
    beforeWeeksCovered: shown ? before.coverage.weeks : null,
    beforeWeeksAsked: before.coverage.weeksAsked,
    after: shares?.after.rate ?? null,
    afterLow: shares?.after.interval.low ?? null,
    afterHigh: shares?.after.interval.high ?? null,
    difference: shares?.difference.value ?? null,
    low: shares?.difference.low ?? null,
    high: shares?.difference.high ?? null,
  };
};

const rowOf = (
  figures: AreaFigures,
  change: AreaChange | undefined,
  place: Pick<OutRow, 'level' | 'id' | 'name' | 'district'>,
): OutRow => {
  const shown = figures.rate !== null;
  return {
    ...place,
    status: statusOf(figures),
    hiddenReasons: figures.reasons,
    share: figures.rate,
    low: figures.interval?.low ?? null,
    high: figures.interval?.high ?? null,
    shareKind: !shown ? null : figures.corrected ? 'corrected' : 'flagged',
    labels: (shown && figures.corrected?.labels) || null,
    versusCity: (shown && figures.corrected?.versusCity) || null,
    flaggedShare: figures.flaggedShare?.rate ?? null,
    flaggedLow: figures.flaggedShare?.interval.low ?? null,
    flaggedHigh: figures.flaggedShare?.interval.high ?? null,
    flagged: shown ? figures.flagged : null,
    posts: shown ? figures.posts : null,
    weeksCovered: shown ? figures.coverage.weeks : null,
    weeksAsked: figures.coverage.weeksAsked,
    undatedPosts: shown ? figures.undatedPosts : null,
    change: changeOf(change),
  };
};

/**
 * The city and then every neighbourhood (or district), by name as the reader's language sorts them: the figures that map and table show,
 * and none that they do not.
 */
export const outRows = (
  manifest: SnapshotManifest,
  areas: readonly Area[],
  page: PageFigures,
  compared: Compared | null,
  translator: Translator,
  level: Level = 'neighbourhoods',
): OutRow[] => {
  const { language, collator } = translator;
  const { city } = manifest;
  const neighbourhoods = areas.flatMap((area): OutRow[] => {
    const figures = page.byArea.get(area.id);
    if (!figures || level === 'city') return [];
    const { names, district } = area.properties;
    return [
      rowOf(figures, compared?.change.byArea.get(area.id), {
        level: level === 'districts' ? 'district' : 'neighbourhood',
        id: plainLine(area.id),
        name: plainLine(nameIn(names, language, area.id).text),
        district: district === null ? '' : plainLine(nameIn(city.districts[district], language, district).text),
      }),
    ];
  });
  neighbourhoods.sort((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
  const cityRow = rowOf(page.city, compared?.change.city, {
    level: 'city',
    id: plainLine(city.id),
    name: plainLine(nameIn(city.names, language, city.id).text),
    district: '',
  });
  return [cityRow, ...neighbourhoods];
};

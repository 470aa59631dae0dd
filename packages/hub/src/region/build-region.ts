import { type Contest, type Names, type Notice, REGION_FORMAT, type Region, type RegionCity } from '@marsad/records';
import { choosePeriods } from '../compare/choose-periods.js';
import { compareCities } from '../compare/compare-cities.js';
import type { CityEvidence } from '../compare/evidence.js';
import { figuresByLanguage } from '../compare/figures-by-language.js';
import type { Standing } from '../compare/standing.js';
import { toldOfHeld } from '../held/told-of-held.js';
import { type InvitedCity, readCities } from '../ledger/rows/cities.js';
import { readContests } from '../ledger/rows/contests.js';
import { type KeptVersion, readVersions } from '../ledger/rows/versions.js';
import { readResources } from '../library/read-resources.js';
import type { Hub } from '../open-hub.js';
import { seriesOf } from './series-of.js';
import { timelineOf } from './timeline.js';

/** A city that sent something, as far as the region tells it. */
interface RegionRow {
  city: RegionCity;
  standing: Standing;
}

/** Names of the places that contests are about. */
const namesOfContested = (contests: readonly Contest[], places: ReadonlyMap<string, Names>): Record<string, Names> =>
  Object.fromEntries(
    contests.flatMap(({ about }) => {
      const area = about.kind === 'cell' ? about.area : null;
      const names = area === null ? undefined : places.get(area);
      return area === null || names === undefined ? [] : [[area, names]];
    }),
  );

/** Languages of which a city tells flagged posts, over all its weeks. */
const languagesTold = ({ blocks }: CityEvidence): string[] => [
  ...figuresByLanguage(blocks.flatMap(({ figures }) => figures ?? [])).keys(),
];

const rowOf = async (
  hub: Hub,
  { id, remembered }: InvitedCity,
  versions: readonly KeptVersion[],
): Promise<RegionRow | undefined> => {
  const newest = versions.at(-1);
  if (!newest) return undefined;
  const { summary } = newest;
  const notices: Notice[] = remembered.notices.map(({ signed }) => signed);
  const contested = await readContests(hub.db, { city: id });
  const contests = contested.filter(({ answer }) => answer === undefined);
  const answered = contested.filter(({ answer }) => answer !== undefined);
  let places: Record<string, Names> = {};
  let evidence: CityEvidence | null = null;
  let profile: RegionCity['profile'] = { languages: [] };
  if (newest.state === 'held') {
    const told = await toldOfHeld(hub, newest.package);
    places = namesOfContested(contested, new Map(Object.entries(told.places)));
    evidence = told.evidence;
    profile = told.profile;
  }
  const { names, fictional, model, measuredLanguages, languages, rules, sources, labels, areas, weeks } = summary;
  return {
    city: {
      id,
      names,
      fictional,
      profile,
      method: {
        format: summary.format,
        model,
        measuredLanguages,
        languages,
        ...(evidence && { byLanguage: languagesTold(evidence) }),
        rules,
        sources,
        labels,
        areas,
        weeks,
      },
      series: evidence ? seriesOf(evidence) : [],
      timeline: timelineOf(versions),
      notices,
      contests,
      ...(answered.length > 0 && { answered }),
      ...(Object.keys(places).length > 0 && { places }),
    },
    standing: {
      id,
      evidence,
      fictional,
      expires: newest.expires,
      contests: contests.length,
      correctionAnnounced: notices.some(
        ({ type, versions: about }) => type === 'correction' && about.includes(newest.version),
      ),
    },
  };
};

/**
 * What the hub says of its cities at a moment: figures that they published, side by side where that is fair. Made of
 * what was kept of each package when it was taken.
 * @throws {InputError} when a package that an older program took is gone or was changed
 */
export const buildRegion = async (hub: Hub, at: Date): Promise<Region> => {
  const byCity = new Map<string, KeptVersion[]>();
  for (const version of await readVersions(hub.db)) {
    const list = byCity.get(version.city) ?? [];
    byCity.set(version.city, list);
    list.push(version);
  }
  const rows: RegionRow[] = [];
  for (const city of await readCities(hub.db)) {
    const row = await rowOf(hub, city, byCity.get(city.id) ?? []);
    if (row) rows.push(row);
  }
  const standings = rows.map(({ standing }) => standing);
  const periods = choosePeriods(standings.flatMap(({ evidence }) => evidence ?? []));
  const now = at.toISOString();
  return {
    format: REGION_FORMAT,
    hub: hub.identity,
    tier: 'public',
    at: now,
    cities: rows.map(({ city }) => city),
    comparisons: periods.flatMap((period) =>
      (['flagged', 'corrected'] as const).map((measure) => compareCities(standings, period, { measure, at: now })),
    ),
    resources: await readResources(hub.db),
  };
};

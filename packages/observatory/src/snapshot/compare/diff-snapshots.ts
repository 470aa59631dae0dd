import { InputError } from '@marsad/records';
import type { Snapshot } from '../read-snapshot.js';
import type { Place, SnapshotChange } from './change.js';
import { changesOfAreas, namesOfAreas } from './changes-of-areas.js';
import { changesOfBlocks } from './changes-of-blocks.js';
import { changesOfEstimates } from './changes-of-estimates.js';
import { changesOfMaking, someRuleRaised } from './changes-of-making.js';
import { changesOfSources } from './changes-of-sources.js';
import { realChanges } from './real-changes.js';

/** Minor version from which on published blocks keep their answer (docs/decisions/0012-publish-gate.md). */
const ANSWERS_KEPT_SINCE = 2;

/**
 * What changed between two snapshots of a city, and why: how they were made first (another model makes all figures
 * incomparable), then sources, areas, blocks and corrected shares, and last what remains when all of that is allowed for. Empty for the
 * same snapshot twice.
 * @throws InputError for snapshots of two cities
 */
export const diffSnapshots = (before: Snapshot, after: Snapshot): SnapshotChange[] => {
  const [old, now] = [before.manifest, after.manifest];
  if (old.city.id !== now.city.id)
    throw new InputError(
      'other-city',
      `expected two snapshots of one city, got one of ${old.city.id} and one of ${now.city.id}`,
      {
        remedy:
          'A hub sets cities beside each other: `marsad hub region` writes the region, `marsad hub serve` shows it.',
      },
    );
  if (before.hash === after.hash) return [];
  const placeOf = namesOfAreas(now.city.names, before.areas, after.areas);
  const sources = changesOfSources(old.sources, now.sources);
  const [, minor = 0] = old.format.version.split('.').map(Number);
  const districtOf = (district: string | null): Place => ({
    area: district,
    district: true,
    names: { ...old.city.districts, ...now.city.districts }[district ?? ''] ?? { en: district ?? '' },
  });
  const keepsAnswers = minor >= ANSWERS_KEPT_SINCE && !someRuleRaised(old.rules, now.rules);
  return [
    ...changesOfMaking(old, now),
    ...sources,
    ...changesOfAreas(before.areas, after.areas),
    ...changesOfBlocks(before.figures.blocks, after.figures.blocks, placeOf, {
      rules: now.rules,
      keepsAnswers,
      mayBeHidden: false,
    }),
    ...changesOfBlocks(before.figures.districts?.blocks ?? [], after.figures.districts?.blocks ?? [], districtOf, {
      rules: now.rules,
      keepsAnswers,
      mayBeHidden: true,
    }),
    ...changesOfEstimates(before, after, placeOf),
    ...realChanges(before, after, placeOf, sources.length > 0),
  ];
};

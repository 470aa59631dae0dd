import type { Block, ProtectionRules } from '@marsad/records';
import type { Tallied } from '../tally/tally-posts.js';
import type { DistrictsSoFar } from './city-margins.js';
import { type BlocksSoFar, cutBlocks } from './cut-blocks.js';
import { withoutToldParts } from './numerators/without-told-parts.js';
import type { Weeks } from './place-of.js';
import { rulesFrom } from './rules.js';

const NONE_CLOSED: ReadonlyMap<string, readonly Weeks[]> = new Map();

const NO_DISTRICTS: DistrictsSoFar = { of: new Map(), published: [] };

/**
 * The blocks of every area that has a post, and of the city as a whole (area null). Undated posts of an area are a block
 * of their own, with `weeks` null. Sorted by area (the city first), then weeks (undated last).
 *
 * Each area's weeks are cut into the shortest runs of whole weeks that pass the gate; what stays open is one suppressed
 * block, even when no post fell into it, since that too is not to be told. Blocks never overlap and, once published, keep
 * their answer. The city is cut so that in every one of its blocks enough posts name no neighbourhood: then whoever
 * subtracts the neighbourhoods from the city is left with a figure that passes the gate by itself. A neighbourhood's block
 * that would leave less beside a published figure of the city is hidden. No block closes where all margins together would tell how
 * many of its flagged posts stand in a part of it (docs/decisions/0012-publish-gate.md).
 * @param rules what the city raised; the floor holds for the rest
 * @throws InputError for rules below the floor
 */
export const blocksOf = (
  tallied: Pick<Tallied, 'cells' | 'weeks'>,
  rules: Partial<ProtectionRules> = {},
  { published = [], closed = NONE_CLOSED, openFrom = null, districts = NO_DISTRICTS }: BlocksSoFar = {},
): Block[] => {
  const full = rulesFrom(rules);
  return withoutToldParts(
    (forbidden) => cutBlocks(tallied, full, { published, closed, openFrom, districts }, forbidden),
    published,
    { districts: districts.published, districtOf: districts.of },
    full,
  );
};

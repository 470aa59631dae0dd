import type { RegionVersion } from '@marsad/records';
import type { KeptVersion, VersionSummary } from '../ledger/rows/versions.js';

/** What differs between two versions as far as a trend may move by it. */
const changedSince = (before: VersionSummary | undefined, after: VersionSummary): RegionVersion['changed'] => {
  if (before === undefined) return [];
  const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);
  const changed: RegionVersion['changed'] = [];
  if (differs(before.model, after.model)) changed.push('model');
  if (differs([before.areaIds, before.areas.version], [after.areaIds, after.areas.version])) changed.push('areas');
  if (before.sourceIds !== after.sourceIds) changed.push('sources');
  if (differs(before.rules, after.rules)) changed.push('rules');
  if (before.format !== after.format) changed.push('format');
  return changed;
};

/** A city's versions as the region tells them, oldest first, each with what changed against the one before. */
export const timelineOf = (versions: readonly KeptVersion[]): RegionVersion[] =>
  versions.map(({ version, tier, state, issued, expires, receivedAt, summary }, at) => ({
    version,
    tier,
    state,
    issued,
    expires,
    received: receivedAt,
    format: summary.format,
    weeks: summary.weeks,
    model: summary.model,
    areas: summary.areas,
    changed: changedSince(versions[at - 1]?.summary, summary),
  }));

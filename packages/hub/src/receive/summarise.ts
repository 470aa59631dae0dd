import { type SnapshotAreas, type SnapshotFigures, type SnapshotManifest, sha256 } from '@marsad/records';
import type { VersionSummary } from '../ledger/rows/versions.js';

const setHash = (ids: readonly string[]): string => sha256([...ids].sort().join('\n')).slice(0, 16);

/** What stays of a version when its package is closed. */
export const summarise = ({
  manifest,
  areas,
  figures,
}: {
  manifest: SnapshotManifest;
  areas: SnapshotAreas;
  figures: SnapshotFigures;
}): VersionSummary => {
  const { city, format, weeks, model, rules } = manifest;
  const sources: Record<string, number> = {};
  for (const { kind } of manifest.sources) sources[kind] = (sources[kind] ?? 0) + 1;
  const labels = figures.blocks.flatMap((block) =>
    block.status === 'shown'
      ? Object.values(block.figures.estimates ?? {}).map((estimate) => estimate?.labels ?? 0)
      : [],
  );
  return {
    names: city.names,
    fictional: city.fictional,
    format: format.version,
    weeks,
    model: { name: model.name, version: model.version },
    measuredLanguages: model.measuredLanguages ?? [],
    languages: city.languages,
    rules,
    areas: { count: areas.features.length, ...(areas.version !== undefined && { version: areas.version }) },
    sources,
    labels: labels.reduce((most, count) => Math.max(most, count), 0),
    sourceIds: setHash(manifest.sources.map(({ id }) => id)),
    areaIds: setHash(areas.features.map(({ id }) => id)),
  };
};

import { PACKAGE_FILES, type SnapshotAreas, type SnapshotFigures, type SnapshotManifest } from '@marsad/records';
import { dataTables } from './data-package/data-tables.js';
import { tableBytes, tablePath } from './data-package/table.js';
import { topologyBytes } from './derived-topology.js';
import { methodBytes } from './method-text.js';

/**
 * The files of a snapshot that say again what areas.geojson, figures.json and the manifest say: outlines as TopoJSON, every
 * figure as a table, the method in words. One pure function, so that a reader makes them anew and compares
 * (all but the method, whose words may change).
 */
export const derivedFiles = (
  manifest: Omit<SnapshotManifest, 'files'>,
  areas: SnapshotAreas,
  figures: SnapshotFigures,
): Map<string, Uint8Array> =>
  new Map([
    [PACKAGE_FILES.topology, topologyBytes(areas)],
    [PACKAGE_FILES.method, methodBytes(manifest)],
    ...dataTables(manifest, areas, figures).map((table) => [tablePath(table), tableBytes(table)] as const),
  ]);

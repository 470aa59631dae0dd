import type { Area, Block, Findings, SnapshotManifest } from '@marsad/records/snapshot';
import { SNAPSHOT_FILES } from '@marsad/records/without-checks';
import { failed, type Read } from './problem.js';

/** A snapshot as the page holds it. */
export interface LoadedSnapshot {
  manifest: SnapshotManifest;
  areas: Area[];
  blocks: Block[];
  /** what is said beyond single blocks; empty in snapshots of formats before 1.2.0 */
  findings: Findings;
  /** rows that could not be read and were left out */
  setAside: number;
}

export interface LoadEffects {
  /** fetches one file of the data folder, such as `manifest.json`; `value`: what its text would be parsed to, where that is known */
  fetchFile: (name: string) => Promise<Pick<Response, 'ok' | 'status' | 'text'> & { value?: unknown }>;
}

const fetchJson = async (name: string, effects: LoadEffects): Promise<Read<unknown>> => {
  let text: string;
  try {
    const response = await effects.fetchFile(name);
    if (!response.ok) return failed('unreachable', name, `status ${response.status}`);
    if (response.value !== undefined) return { ok: true, value: response.value };
    text = await response.text();
  } catch (cause) {
    return failed('unreachable', name, cause instanceof Error ? cause.message : 'no answer');
  }
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return failed('not-json', name, `${text.length} characters that are not whole JSON`);
  }
};

/**
 * Loads and checks the three files. Never throws: what is wrong comes back as a problem; single bad rows are left out
 * and counted, so that one of them does not take the page away.
 * @param onReceived called once all has come and is to be checked
 */
export const loadSnapshot = async (
  effects: LoadEffects,
  onReceived: () => void = () => undefined,
): Promise<Read<LoadedSnapshot>> => {
  const [checks, manifestJson, areasJson, figuresJson] = await Promise.all([
    // A fifth of all code, and needed no sooner than what it checks.
    import('./read-files.js').catch(() => null),
    fetchJson(SNAPSHOT_FILES.manifest, effects),
    fetchJson(SNAPSHOT_FILES.areas, effects),
    fetchJson(SNAPSHOT_FILES.figures, effects),
  ]);
  onReceived();
  if (checks === null) return failed('unreachable', 'read-files.js', 'the part of the viewer that checks snapshots');
  const { readAreas, readFigures, readManifest } = checks;
  if (!manifestJson.ok) return manifestJson;
  const manifest = readManifest(manifestJson.value);
  if (!manifest.ok) return manifest;
  if (!areasJson.ok) return areasJson;
  const areas = readAreas(areasJson.value);
  if (!areas.ok) return areas;
  if (!figuresJson.ok) return figuresJson;
  const figures = readFigures(figuresJson.value, new Set(areas.value.rows.map((area) => area.id)));
  if (!figures.ok) return figures;
  return {
    ok: true,
    value: {
      manifest: manifest.value,
      areas: areas.value.rows,
      blocks: figures.value.rows,
      findings: figures.value.findings,
      setAside: areas.value.setAside + figures.value.setAside,
    },
  };
};

// First: what follows makes schemas.
import '../snapshot/no-compiling.js';
import { CONTEXT_FILES, SNAPSHOT_FILES, snapshotNarratives, tierManifest } from '@marsad/records/snapshot';
import { z } from 'zod';
import type { LoadEffects } from '../snapshot/load.js';
import type { KnownInTiers, KnownOffline, NarrowTier } from './known-offline.js';
import { readContext } from './read-context.js';
import { TIER_WORDS } from './tier-words.js';

const NARROW: readonly NarrowTier[] = ['partner', 'restricted'];

/** The manifest whose sum the manifest of a tier names. */
const WIDER_MANIFEST: Readonly<Record<NarrowTier, string>> = {
  partner: SNAPSHOT_FILES.manifest,
  restricted: 'partner/manifest.json',
};

const { narratives: narrativeList } = snapshotNarratives.shape;
const outerNarratives = z.object({ narratives: z.array(z.unknown()) });
const outerNotes = z.object({ notes: z.array(z.unknown()) });

/** Trusts `partner/narratives.json`, entry by entry. */
const readNarratives = (spec: unknown, areaIds: ReadonlySet<string>) => {
  const specs = outerNarratives.parse(spec).narratives;
  const narratives = specs.flatMap((one) => {
    const parsed = narrativeList.element.safeParse(one);
    return parsed.success && (parsed.data.area === null || areaIds.has(parsed.data.area)) ? [parsed.data] : [];
  });
  return { narratives, setAside: specs.length - narratives.length };
};

/**
 * Adds to what everybody knows what the narrower tiers up to `tier` hold, each file only where the manifest of its tier lists it.
 * Never throws: what cannot be read is left out, and the page says so.
 * @param tier as the server wrote it into the page; one that is not known here adds nothing
 */
export const loadTiers = async (
  known: KnownOffline,
  tier: string,
  areaIds: ReadonlySet<string>,
  { fetchFile }: LoadEffects,
): Promise<KnownOffline> => {
  const served = NARROW.find((name) => name === tier);
  if (served === undefined) return known;
  const tierOf = new Map<object, NarrowTier>();
  const inTiers: KnownInTiers = {
    tier: served,
    tierOf,
    narratives: [],
    files: [],
    incomplete: false,
    words: TIER_WORDS,
  };
  let all: KnownOffline = known;
  const add = (spec: unknown, from: NarrowTier): void => {
    const read = readContext(spec, areaIds);
    for (const entry of [...read.incidents, ...read.interventions, ...read.notes]) tierOf.set(entry, from);
    if (read.setAside !== 0) inTiers.incomplete = true;
    all = {
      ...all,
      incidents: [...all.incidents, ...read.incidents],
      interventions: [...all.interventions, ...read.interventions],
      notes: [...all.notes, ...read.notes],
    };
  };
  const jsonOf = async (name: string): Promise<unknown> => {
    const response = await fetchFile(name);
    if (!response.ok) throw new Error(`status ${response.status}`);
    return JSON.parse(await response.text());
  };
  const readers: Readonly<Record<NarrowTier, Readonly<Record<string, (spec: unknown) => void>>>> = {
    partner: {
      [CONTEXT_FILES.partner]: (spec) => add(spec, 'partner'),
      [CONTEXT_FILES.narratives]: (spec) => {
        const { narratives, setAside } = readNarratives(spec, areaIds);
        inTiers.narratives = narratives;
        if (setAside > 0) inTiers.incomplete = true;
      },
    },
    restricted: {
      [CONTEXT_FILES.notes]: (spec) =>
        add({ incidents: [], interventions: [], ...outerNotes.parse(spec) }, 'restricted'),
    },
  };
  for (const name of NARROW.slice(0, NARROW.indexOf(served) + 1)) {
    try {
      const { files, wider } = tierManifest.parse(await jsonOf(`${name}/manifest.json`));
      inTiers.files.push({ path: WIDER_MANIFEST[name], sha256: wider });
      for (const { path, sha256 } of files) {
        const read = readers[name][path];
        if (!read) continue;
        inTiers.files.push({ path, sha256 });
        read(await jsonOf(path));
      }
    } catch {
      inTiers.incomplete = true;
    }
  }
  return { ...all, inTiers };
};

import {
  CONTEXT_FILES,
  type IsoWeek,
  type SnapshotContext,
  type SnapshotNarratives,
  type SnapshotNotes,
  snapshotContext,
  snapshotNarratives,
  snapshotNotes,
} from '@marsad/records';
import { lastTellableWeek } from './old-enough.js';

/** What the entries of a file have in common, as far as it is checked. */
interface Entry {
  name: string;
  id: string;
  first: IsoWeek;
  /** null: goes on */
  last: IsoWeek | null;
  areas: readonly string[];
  /** told only once it is four weeks old, in whatever file */
  waits: boolean;
}

const ofContext = ({ incidents, interventions, notes }: SnapshotContext): Entry[][] => [
  incidents.map(({ id, week, area }) => ({
    name: `incident ${id}`,
    id,
    first: week,
    last: week,
    areas: area === null ? [] : [area],
    waits: false,
  })),
  interventions.map(({ id, from, to, areas }) => ({
    name: `intervention ${id}`,
    id,
    first: from,
    last: to,
    areas,
    waits: false,
  })),
  ofNotes({ notes }),
];

const ofNotes = ({ notes }: SnapshotNotes): Entry[] =>
  notes.map(({ id, weeks, area }) => ({
    name: `note ${id}`,
    id,
    first: weeks[0],
    last: weeks[1],
    areas: area === null ? [] : [area],
    waits: true,
  }));

const ofNarratives = ({ narratives }: SnapshotNarratives): Entry[] =>
  narratives.map(({ id, weeks, area }) => ({
    name: `narrative ${id}`,
    id,
    first: weeks[0],
    last: weeks[1],
    areas: area === null ? [] : [area],
    waits: true,
  }));

/** The lists of one file; an issue of its shape as a sentence. */
const listsOf = (path: string, value: unknown): Entry[][] | string => {
  const said = (error: { issues: { path: PropertyKey[]; message: string }[] }): string => {
    const [issue] = error.issues;
    return `${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? 'not as expected'}`;
  };
  if (path === CONTEXT_FILES.narratives) {
    const parsed = snapshotNarratives.safeParse(value);
    return parsed.success ? [ofNarratives(parsed.data)] : said(parsed.error);
  }
  if (path === CONTEXT_FILES.notes) {
    const parsed = snapshotNotes.safeParse(value);
    return parsed.success ? [ofNotes(parsed.data)] : said(parsed.error);
  }
  const parsed = snapshotContext.safeParse(value);
  return parsed.success ? ofContext(parsed.data) : said(parsed.error);
};

/**
 * What is wrong with a file of context in a snapshot, in sentences without its path: its shape, an id that comes twice, entries out
 * of order, areas that there are not, weeks outside those of the snapshot, and entries that should still have waited.
 * @param path one of CONTEXT_FILES
 */
export const contextProblems = (
  path: string,
  value: unknown,
  { weeks, areas }: { weeks: readonly [IsoWeek, IsoWeek] | null; areas: ReadonlySet<string> },
): string[] => {
  const lists = listsOf(path, value);
  if (typeof lists === 'string') return [lists];
  if (weeks === null) return ['tells of weeks, but the snapshot has none'];
  const newest = lastTellableWeek(weeks[1]);
  const partner = path.startsWith('partner/');
  const problems: string[] = [];
  for (const list of lists) {
    const seen = new Set<string>();
    let before: Entry | undefined;
    for (const entry of list) {
      const { name, id, first, last } = entry;
      if (seen.has(id)) problems.push(`${name}: comes twice`);
      seen.add(id);
      if (before && (before.first > first || (before.first === first && before.id > id)))
        problems.push(`${name}: stands after ${before.name}, which is later`);
      before = entry;
      for (const area of entry.areas) if (!areas.has(area)) problems.push(`${name}: unknown area ${area}`);
      if (first > weeks[1] || (last !== null && last < weeks[0]))
        problems.push(`${name}: lies outside the weeks of the snapshot`);
      const waits = partner || (entry.waits && path !== CONTEXT_FILES.notes);
      if (waits && (last ?? first) > newest)
        problems.push(`${name}: is younger than four weeks before the last week of the snapshot`);
    }
  }
  return problems;
};

import { CONTEXT_FILES, type FieldNote, type Incident, type Intervention, type Narrative } from '@marsad/records';
import { describe, expect, it } from 'vitest';
import { contextProblems } from '../../../src/snapshot/context/check-context.js';
import { type CityContext, contextFiles } from '../../../src/snapshot/context/context-files.js';

const WEEKS = ['2026-W14', '2026-W39'] as const;
const AREAS = new Set(['station', 'port']);

const incident = (id: string, week: string, more: Partial<Incident> = {}): Incident => ({
  id,
  kind: 'clash',
  week,
  area: 'station',
  titles: { en: id },
  source: { name: 'The Gazette' },
  share: 'public',
  reshare: true,
  ...more,
});
const programme = (id: string, from: string, to: string | null, more: Partial<Intervention> = {}): Intervention => ({
  id,
  from,
  to,
  areas: ['station'],
  titles: { en: id },
  by: 'An office',
  share: 'public',
  ...more,
});
const note = (id: string, first: string, last: string, share: FieldNote['share'] = 'public'): FieldNote => ({
  id,
  weeks: [first, last],
  area: 'port',
  language: 'fra',
  text: 'On parle des travaux.',
  share,
});
const narrative = (id: string, last: string, share: Narrative['share'] = 'partner'): Narrative => ({
  id,
  signal: 'hate',
  weeks: ['2026-W15', last],
  area: null,
  paraphrase: { en: 'Newcomers are blamed for the rents.' },
  examples: [],
  share,
});

const context = (part: Partial<CityContext> = {}): CityContext => ({
  incidents: [],
  interventions: [],
  notes: [],
  narratives: [],
  ...part,
});

const told = (part: Partial<CityContext>, path: string): Record<string, { id: string }[]> | undefined => {
  const bytes = contextFiles(context(part), WEEKS).get(path);
  return bytes && JSON.parse(new TextDecoder().decode(bytes));
};
const ids = (entries: readonly { id: string }[] | undefined): string[] => (entries ?? []).map(({ id }) => id);

describe('the context files of a snapshot', () => {
  it('are not there where nothing is to be told, or the snapshot has no weeks', () => {
    expect(contextFiles(context(), WEEKS).size).toBe(0);
    const all = context({ incidents: [incident('a', '2026-W20')], notes: [note('b', '2026-W20', '2026-W20', 'none')] });
    expect([...contextFiles(all, WEEKS).keys()]).toEqual(['context.json']);
    expect(contextFiles(all, null).size).toBe(0);
    expect(contextFiles(context({ incidents: [incident('a', '2026-W20', { share: 'none' })] }), WEEKS).size).toBe(0);
  });

  it('hold each entry in the file of its circle alone, without the fields that are the city’s own', () => {
    const part = {
      incidents: [incident('open', '2026-W20'), incident('shared', '2026-W20', { share: 'partner' })],
      notes: [note('inner', '2026-W20', '2026-W20', 'restricted')],
      narratives: [narrative('story', '2026-W22'), narrative('kept', '2026-W22', 'none')],
    };
    expect(ids(told(part, CONTEXT_FILES.public)?.incidents)).toEqual(['open']);
    expect(ids(told(part, CONTEXT_FILES.partner)?.incidents)).toEqual(['shared']);
    expect(ids(told(part, CONTEXT_FILES.narratives)?.narratives)).toEqual(['story']);
    expect(ids(told(part, CONTEXT_FILES.notes)?.notes)).toEqual(['inner']);
    for (const bytes of contextFiles(context(part), WEEKS).values())
      expect(new TextDecoder().decode(bytes)).not.toMatch(/"(re)?share"|kept/);
  });

  it('are the same bytes in whatever order the entries come, the earliest first', () => {
    const incidents = [incident('c', '2026-W20'), incident('b', '2026-W20'), incident('a', '2026-W30')];
    const [one, other] = [incidents, incidents.toReversed()].map((list) =>
      contextFiles(context({ incidents: list }), WEEKS).get(CONTEXT_FILES.public),
    );
    expect(one).toEqual(other);
    expect(ids(told({ incidents }, CONTEXT_FILES.public)?.incidents)).toEqual(['b', 'c', 'a']);
  });

  it('leave out what lies outside the weeks, and keep a programme that reaches into them', () => {
    const part = {
      incidents: [incident('before', '2026-W13'), incident('after', '2026-W40'), incident('last', '2026-W39')],
      interventions: [
        programme('ended', '2026-W01', '2026-W13'),
        programme('reaching', '2026-W01', '2026-W14'),
        programme('ongoing', '2026-W38', null),
      ],
    };
    expect(ids(told(part, CONTEXT_FILES.public)?.incidents)).toEqual(['last']);
    expect(ids(told(part, CONTEXT_FILES.public)?.interventions)).toEqual(['reaching', 'ongoing']);
  });

  it('let notes, narratives and all that is for partners wait four weeks', () => {
    const part = {
      incidents: [
        incident('old', '2026-W35', { share: 'partner' as const }),
        incident('young', '2026-W36', { share: 'partner' as const }),
      ],
      interventions: [programme('announced', '2026-W20', '2026-W36', { share: 'partner' })],
      notes: [note('ripe', '2026-W34', '2026-W35'), note('green', '2026-W35', '2026-W36')],
      narratives: [narrative('told', '2026-W35'), narrative('fresh', '2026-W36')],
    };
    expect(ids(told(part, CONTEXT_FILES.partner)?.incidents)).toEqual(['old']);
    expect(ids(told(part, CONTEXT_FILES.partner)?.interventions)).toEqual([]);
    expect(ids(told(part, CONTEXT_FILES.public)?.notes)).toEqual(['ripe']);
    expect(ids(told(part, CONTEXT_FILES.narratives)?.narratives)).toEqual(['told']);
  });

  it('pass the check that their readers make', () => {
    const part = context({
      incidents: [incident('a', '2026-W39'), incident('b', '2026-W15', { share: 'partner' })],
      interventions: [programme('c', '2026-W01', null)],
      notes: [note('d', '2026-W14', '2026-W35'), note('e', '2026-W39', '2026-W39', 'restricted')],
      narratives: [narrative('f', '2026-W35')],
    });
    const files = contextFiles(part, WEEKS);
    expect([...files.keys()].sort()).toEqual(Object.values(CONTEXT_FILES).sort());
    for (const [path, bytes] of files)
      expect(
        contextProblems(path, JSON.parse(new TextDecoder().decode(bytes)), { weeks: WEEKS, areas: AREAS }),
      ).toEqual([]);
  });
});

describe('the check of a context file', () => {
  const check = (path: string, value: unknown): string[] =>
    contextProblems(path, value, { weeks: WEEKS, areas: AREAS });
  const publicOf = (part: Record<string, unknown>) => ({ incidents: [], interventions: [], notes: [], ...part });
  const bare = ({ share: _, ...rest }: Incident): unknown => rest;

  it('names an unknown area, a week outside, an id that comes twice, and an order that is not that of time', () => {
    const incidents = [
      bare(incident('b', '2026-W20', { area: 'atlantis' })),
      bare(incident('a', '2026-W19')),
      bare(incident('a', '2026-W44')),
    ];
    expect(check(CONTEXT_FILES.public, publicOf({ incidents }))).toEqual([
      'incident b: unknown area atlantis',
      'incident a: stands after incident b, which is later',
      'incident a: comes twice',
      'incident a: lies outside the weeks of the snapshot',
    ]);
  });

  it('names what should still have waited, and what has no shape at all', () => {
    const young = { id: 'n', weeks: ['2026-W30', '2026-W38'], area: null, language: 'fra', text: 'x' };
    expect(check(CONTEXT_FILES.public, publicOf({ notes: [young] }))).toEqual([
      'note n: is younger than four weeks before the last week of the snapshot',
    ]);
    expect(check(CONTEXT_FILES.notes, { notes: [young] })).toEqual([]);
    expect(check(CONTEXT_FILES.partner, publicOf({ incidents: [bare(incident('i', '2026-W38'))] }))).toHaveLength(1);
    expect(check(CONTEXT_FILES.narratives, { narratives: 7 })).toEqual([
      'narratives: Invalid input: expected array, received number',
    ]);
    expect(check(CONTEXT_FILES.public, publicOf({ incidents: [{ id: 'x' }] }))[0]).toMatch(/^incidents\.0\./);
  });
});

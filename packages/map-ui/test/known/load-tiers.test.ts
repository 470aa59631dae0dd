import { CONTEXT_FILES } from '@marsad/records/snapshot';
import { describe, expect, it } from 'vitest';
import { openTranslator } from '../../src/i18n/translator.js';
import { eventsOf } from '../../src/known/known-of-place.js';
import { loadKnown } from '../../src/known/load-known.js';
import { sayEvent } from '../../src/known/say-known.js';
import { madeKnown } from './made-known.js';

const AREAS = new Set(['el-mahatta', 'cite-olympique', 'bab-el-bahr']);
const { setAside: _, ...context } = madeKnown();
const empty = { incidents: [], interventions: [], notes: [] };
const entry = (path: string) => ({ path, bytes: 1, sha256: '0'.repeat(64) });
const manifestOf = (tier: string, ...paths: string[]) => ({
  format: { name: 'marsad-snapshot', version: '1.3.0' },
  tier,
  city: { id: 'al-manar' },
  wider: '0'.repeat(64),
  files: paths.map(entry),
});
const story = {
  id: 'story',
  signal: 'hate',
  weeks: ['2026-W18', '2026-W32'],
  area: 'el-mahatta',
  paraphrase: { en: 'It is said.' },
  examples: [],
};
const partnerNotes = [{ ...context.notes[0], id: 'for-partners' }];
const reviewNotes = [{ ...context.notes[0], id: 'for-review' }];
const FILES: Readonly<Record<string, unknown>> = {
  [CONTEXT_FILES.public]: context,
  'partner/manifest.json': manifestOf('partner', CONTEXT_FILES.partner, CONTEXT_FILES.narratives),
  [CONTEXT_FILES.partner]: { ...empty, notes: partnerNotes },
  [CONTEXT_FILES.narratives]: { narratives: [story] },
  'restricted/manifest.json': manifestOf('restricted', 'restricted/review-sample.json', CONTEXT_FILES.notes),
  [CONTEXT_FILES.notes]: { notes: reviewNotes },
};

const load = async (tier: string | undefined, changes: Readonly<Record<string, unknown>> = {}) => {
  const files: Readonly<Record<string, unknown>> = { ...FILES, ...changes };
  const asked: string[] = [];
  const fetchFile = async (name: string) => {
    asked.push(name);
    const found = files[name];
    return { ok: found !== undefined, status: found ? 200 : 404, text: async () => JSON.stringify(found) };
  };
  const known = await loadKnown({ files: [entry(CONTEXT_FILES.public)] }, AREAS, { fetchFile }, tier);
  return { known, asked };
};

describe('what is known offline, for readers of a narrower tier', () => {
  it('is for everybody else what it was: nothing more is asked for', async () => {
    for (const tier of [undefined, 'public', 'another']) {
      const { known, asked } = await load(tier);
      expect(known).toEqual(madeKnown());
      expect(asked).toEqual([CONTEXT_FILES.public]);
    }
  });

  it('holds for partners their entries, told apart, and the narratives, and asks for nothing that is for reviewers', async () => {
    const { known, asked } = await load('partner');
    expect(known.notes.map(({ id }) => id)).toEqual(['square', 'quay', 'for-partners']);
    expect(known.notes.map((note) => known.inTiers?.tierOf.get(note))).toEqual([undefined, undefined, 'partner']);
    expect(known.inTiers?.narratives.map(({ id }) => id)).toEqual(['story']);
    expect(known.inTiers?.incomplete).toBe(false);
    // The sums of all that was asked for, so that the page can say which file was changed.
    expect(known.inTiers?.files.map(({ path }) => path)).toEqual([
      'manifest.json',
      CONTEXT_FILES.partner,
      CONTEXT_FILES.narratives,
    ]);
    expect(asked.filter((name) => name.startsWith('restricted/'))).toEqual([]);
  });

  it('holds for reviewers their notes too, and asks for no file that is not shown', async () => {
    const { known, asked } = await load('restricted');
    expect(known.notes.map((note) => known.inTiers?.tierOf.get(note))).toEqual([
      undefined,
      undefined,
      'partner',
      'restricted',
    ]);
    expect(asked).not.toContain('restricted/review-sample.json');
    expect(known.inTiers?.files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['manifest.json', 'partner/manifest.json', CONTEXT_FILES.notes]),
    );
  });

  it('names, over the weeks, who sees an entry that not everybody sees', async () => {
    const [march] = context.incidents;
    const incidents = [{ ...march, id: 'for-partners' }];
    const { known } = await load('partner', { [CONTEXT_FILES.partner]: { ...empty, incidents } });
    for (const [language, tag] of [
      ['ar', 'للشركاء'],
      ['en', 'for partners'],
      ['fr', 'pour les partenaires'],
    ] as const) {
      const translator = await openTranslator(language);
      const said = eventsOf(known).map((event) => [event.id, sayEvent(translator, event).includes(tag)]);
      expect(said.filter(([, isTagged]) => isTagged)).toEqual([['for-partners', true]]);
      expect(said).toHaveLength(1 + context.incidents.length + context.interventions.length);
    }
  });

  it('asks for no file that the manifest of its tier does not list', async () => {
    const { known, asked } = await load('partner', { 'partner/manifest.json': manifestOf('partner') });
    expect(asked).toEqual([CONTEXT_FILES.public, 'partner/manifest.json']);
    expect(known.inTiers?.incomplete).toBe(false);
  });

  it.each([
    ['a manifest that is not there', { 'partner/manifest.json': undefined }],
    ['a context of another shape', { [CONTEXT_FILES.partner]: { incidents: 1 } }],
    ['a file that is not there', { [CONTEXT_FILES.narratives]: undefined }],
    [
      'a narrative of an unknown area',
      { [CONTEXT_FILES.narratives]: { narratives: [{ ...story, area: 'atlantis' }] } },
    ],
    ['narratives of another shape', { [CONTEXT_FILES.narratives]: [] }],
  ])('says that it is incomplete for %s, and keeps what everybody knows', async (_what, changes) => {
    const { known } = await load('partner', changes);
    expect(known.inTiers?.incomplete).toBe(true);
    expect(known.notes.slice(0, 2)).toEqual(context.notes);
    expect(known.setAside).toBe(0);
  });
});

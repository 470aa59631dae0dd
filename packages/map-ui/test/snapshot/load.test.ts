import { readFileSync } from 'node:fs';
import { SNAPSHOT_FILES } from '@marsad/records/snapshot';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadSnapshot } from '../../src/snapshot/load.js';
import { figuresOfPage } from '../../src/view/figures.js';
import { indexBlocks } from '../../src/view/index-blocks.js';
import { makeSnapshot } from './make-snapshot.js';

const made = makeSnapshot();
const files = (changes: Record<string, unknown> = {}): Record<string, string> => ({
  [SNAPSHOT_FILES.manifest]: JSON.stringify(made.manifest),
  [SNAPSHOT_FILES.areas]: JSON.stringify({ type: 'FeatureCollection', features: made.areas }),
  [SNAPSHOT_FILES.figures]: JSON.stringify({ blocks: made.blocks }),
  ...Object.fromEntries(
    Object.entries(changes).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  ),
});
const load = (texts: Record<string, string | undefined>) =>
  loadSnapshot({
    fetchFile: async (name) => {
      const text = texts[name];
      return text === undefined ? new Response('', { status: 404 }) : new Response(text);
    },
  });

describe('loadSnapshot', () => {
  it('reads a whole snapshot', async () => {
    expect(await load(files())).toEqual({ ok: true, value: made });
  });

  it('calls a snapshot of a newer format newer, whatever else it holds', async () => {
    const newer = { format: { name: 'marsad-snapshot', version: '2.0.0' }, everything: 'else' };
    expect(await load(files({ [SNAPSHOT_FILES.manifest]: newer }))).toMatchObject({
      ok: false,
      problem: { kind: 'newer', file: 'manifest.json' },
    });
  });

  it('reads a later minor version with fields it does not know', async () => {
    const later = { ...made.manifest, format: { name: 'marsad-snapshot', version: '1.7.0' }, more: 1 };
    expect(await load(files({ [SNAPSHOT_FILES.manifest]: later }))).toMatchObject({ ok: true });
  });

  it.each([
    ['manifest.json', undefined, 'unreachable'],
    ['areas.geojson', undefined, 'unreachable'],
    ['figures.json', undefined, 'unreachable'],
    ['figures.json', '{"blocks":[{"area', 'not-json'],
    ['manifest.json', '{}', 'not-a-snapshot'],
    ['manifest.json', '{"format":{"name":"marsad-snapshot","version":"1.0.0"}}', 'wrong-shape'],
    ['areas.geojson', '{"type":"FeatureCollection","features":[]}', 'wrong-shape'],
    ['figures.json', '[]', 'wrong-shape'],
  ])('says of %s holding %j: %s', async (file, text, kind) => {
    expect(await load({ ...files(), [file]: text })).toMatchObject({ ok: false, problem: { kind, file } });
  });

  it('answers when the fetch itself fails', async () => {
    const answer = await loadSnapshot({ fetchFile: () => Promise.reject(new TypeError('network')) });
    expect(answer).toMatchObject({ ok: false, problem: { kind: 'unreachable', detail: 'network' } });
  });

  it('shows the good rows, and counts those it set aside', async () => {
    const [first, ...rest] = made.blocks;
    const figures = { blocks: [{ ...first, status: 'maybe' }, { ...first, area: 'atlantis' }, null, ...rest] };
    const areas = { type: 'FeatureCollection', features: [...made.areas, { ...made.areas[0] }, { type: 'Feature' }] };
    const answer = await load(files({ [SNAPSHOT_FILES.figures]: figures, [SNAPSHOT_FILES.areas]: areas }));
    expect(answer.ok && answer.value.setAside).toBe(5);
    expect(answer.ok && answer.value.blocks).toEqual(rest);
    expect(answer.ok && answer.value.areas).toEqual(made.areas);
  });

  it('leaves out findings that cannot be read, counts them, and shows the others', async () => {
    const good = { overall: [], changes: [{ area: null, signal: 'hate', series: 'raw', weeks: ['2026-W20'] }] };
    const figures = { blocks: made.blocks, ...good, panel: { sources: 'many' }, clusters: [], more: 1 };
    const answer = await load(files({ [SNAPSHOT_FILES.figures]: figures }));
    expect(answer.ok && answer.value.findings).toEqual(good);
    expect(answer.ok && answer.value.setAside).toBe(2);
  });

  it.each(['1.0.0', '1.1.0', '1.1.0-estimates'])(
    'opens a snapshot that the program of its time wrote: %s',
    async (version) => {
      const folder = new URL(`../../../../fixtures/snapshots/${version}/`, import.meta.url);
      const names = Object.values(SNAPSHOT_FILES);
      const texts = Object.fromEntries(names.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]));
      const answer = await load(texts);
      if (!answer.ok) throw new Error(answer.problem.detail);
      expect(answer.value.setAside).toBe(0);
      expect(answer.value.findings).toEqual({});
      const page = figuresOfPage(
        answer.value.areas.map(({ id }) => id),
        indexBlocks(answer.value.blocks),
        { signal: 'hate', target: 'all', range: { from: '2026-W14', to: '2026-W16' }, whole: true },
      );
      const isEstimated = version.endsWith('estimates');
      expect(page.byArea.get('a')?.class).toBe(isEstimated ? 'cannot-tell' : 'flagged-4-5');
      expect(page.byArea.get('a')?.uncorrected).toBe(isEstimated ? null : 'no-labels');
      expect(page.city.rate).toBe(isEstimated ? 0.11 : 0.1);
    },
  );

  it('never throws, whatever the files hold', async () => {
    const anything = fc.oneof(fc.json(), fc.string());
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.values(SNAPSHOT_FILES)), anything, async (file, text) => {
        expect(typeof (await load({ ...files(), [file]: text })).ok).toBe('boolean');
      }),
    );
  });

  it('reads no cut-off file as a whole one', async () => {
    const text = files()[SNAPSHOT_FILES.figures] ?? '';
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), async (length) => {
        const answer = await load({ ...files(), [SNAPSHOT_FILES.figures]: text.slice(0, length) });
        expect(answer).toMatchObject({ ok: false, problem: { kind: 'not-json' } });
      }),
      { numRuns: 30 },
    );
  });
});

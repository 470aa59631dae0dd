import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadKnown } from '../../src/known/load-known.js';
import { readContext } from '../../src/known/read-context.js';
import { madeKnown } from './made-known.js';

const AREAS = new Set(['el-mahatta', 'cite-olympique', 'bab-el-bahr']);
const { setAside: _, ...context } = madeKnown();
const listed = { files: [{ path: 'context.json', bytes: 1, sha256: '0'.repeat(64) }] };

describe('what the page reads of context.json', () => {
  it('is all of it where all is well', () => {
    expect(readContext(context, AREAS)).toEqual(madeKnown());
  });

  it('leaves out and counts what cannot be read: unknown areas, other kinds, addresses that are none of the web', () => {
    const [incident] = context.incidents;
    const incidents = [
      ...context.incidents,
      { ...incident, area: 'atlantis' },
      { ...incident, kind: 'prophecy' },
      { ...incident, source: { name: 'x', url: 'javascript:ran()' } },
      null,
    ];
    expect(readContext({ ...context, incidents }, AREAS)).toEqual({ ...madeKnown(), setAside: 4 });
  });

  it('is nothing, and said to be unreadable, where the file has another shape', () => {
    expect(readContext({ incidents: [] }, AREAS).setAside).toBeNull();
  });

  it('never makes the reader throw', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const { incidents, interventions, notes } = readContext(value, AREAS);
        expect([incidents, interventions, notes].every(Array.isArray)).toBe(true);
      }),
    );
  });
});

describe('fetching it', () => {
  const answer = (ok: boolean, text: string) => async () => ({ ok, status: ok ? 200 : 404, text: async () => text });

  it('asks for nothing where the manifest lists no such file', async () => {
    const fetchFile = async () => Promise.reject(new Error('asked'));
    expect(await loadKnown({ files: [] }, AREAS, { fetchFile })).toMatchObject({ incidents: [], setAside: 0 });
  });

  it.each([
    ['a file that is not there', answer(false, '')],
    ['half a file', answer(true, '{"incidents":[')],
    ['no answer', () => Promise.reject(new Error('offline'))],
  ])('says so for %s', async (_what, fetchFile) => {
    expect((await loadKnown(listed, AREAS, { fetchFile })).setAside).toBeNull();
  });

  it('reads what comes', async () => {
    const known = await loadKnown(listed, AREAS, { fetchFile: answer(true, JSON.stringify(context)) });
    expect(known).toEqual(madeKnown());
  });
});

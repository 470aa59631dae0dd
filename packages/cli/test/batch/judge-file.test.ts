import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { judgeFile } from '../../src/batch/judge-file.js';
import type { BatchRow } from '../../src/batch/read-rows.js';
import type { Written } from '../../src/batch/write-lines.js';

const collectLines = async (rows: BatchRow[], alreadyWritten: Written = { lines: 0, last: undefined }) => {
  const written: string[] = [];
  const report = await judgeFile(
    (async function* () {
      for (let at = 0; at < rows.length; at += 300) yield rows.slice(at, at + 300);
    })(),
    async (posts) => {
      const values = posts.map(({ id, text }) =>
        text === 'bad' ? { id, error: { code: 'bad', message: 'bad' } } : { id, text },
      );
      const bad = posts.filter(({ text }) => text === 'bad').length;
      return {
        lines: new TextEncoder().encode(values.map((value) => `${JSON.stringify(value)}\n`).join('')),
        tallies: [],
        errors: bad > 0 ? { bad } : {},
      };
    },
    {
      alreadyWritten,
      write: async (more) => {
        written.push(new TextDecoder().decode(more));
      },
      finish: async () => {},
    },
    { name: 'test', clock: () => new Date(0), onDone: () => {} },
  );
  return {
    lines: written
      .join('')
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as { id: string; error?: unknown }),
    report,
  };
};

describe('judging a file', () => {
  it('writes as many lines as there are rows, in order, with errors in their place', async () => {
    const row = fc.constantFrom<BatchRow>({ id: '', text: 'good' }, { id: '', text: 'bad' }, { id: '' });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 5000, size: 'max' }), async (shapes) => {
        const rows = shapes.map((shape, index) => ({ ...shape, id: String(index) }));
        const { lines, report } = await collectLines(rows);
        expect(lines.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
        const errors = rows.filter(({ text }) => text === undefined || text === 'bad').length;
        expect(lines.filter(({ error }) => error !== undefined)).toHaveLength(errors);
        expect(report.stage.in).toBe(rows.length);
        expect(report.stage.out).toBe(rows.length - errors);
      }),
    );
  });

  it('leaves out the rows that an earlier run has written', async () => {
    const rows = ['a', 'b', 'c'].map((id) => ({ id, text: 'good' }));
    const { lines } = await collectLines(rows, { lines: 2, last: '{"id":"b"}' });
    expect(lines.map(({ id }) => id)).toEqual(['c']);
  });

  it('refuses to go on after the lines of another input', async () => {
    const rows = ['a', 'b', 'c'].map((id) => ({ id, text: 'good' }));
    await expect(collectLines(rows, { lines: 2, last: '{"id":"x"}' })).rejects.toThrow(/row "b" where "x" was written/);
    await expect(collectLines(rows, { lines: 9, last: '{"id":"i"}' })).rejects.toThrow(/got 3 rows/);
  });

  it('stops at the next batch when asked, keeping what is judged, though all rows are read and handed over', async () => {
    const stop = new AbortController();
    const written: string[] = [];
    const judges: (() => void)[] = [];
    const rows = Array.from({ length: 2500 }, (_, at) => ({ id: String(at), text: 'good' }));
    const judging = judgeFile(
      (async function* () {
        yield rows;
      })(),
      (posts) =>
        new Promise((settle) => {
          const lines = new TextEncoder().encode(posts.map(({ id }) => `${JSON.stringify({ id })}\n`).join(''));
          judges.push(() => settle({ lines, tallies: [], errors: {} }));
        }),
      {
        alreadyWritten: { lines: 0, last: undefined },
        write: async (more) => {
          written.push(new TextDecoder().decode(more));
          if (written.length === 2) stop.abort(new Error('stopped'));
        },
        finish: async () => expect.unreachable('the lines are not whole'),
      },
      { name: 'test', clock: () => new Date(0), onDone: () => {}, signal: stop.signal },
    );
    const refused = expect(judging).rejects.toThrow('stopped');
    await vi.waitFor(() => expect(judges).toHaveLength(5));
    // The third is judged when the stop comes; the last two never are.
    for (const judge of judges.slice(0, 3)) judge();
    await refused;
    expect(written.join('').split('\n').slice(0, -1)).toHaveLength(1500);
  });

  it('finishes when the stop comes after the last batch is judged', async () => {
    const stop = new AbortController();
    let finished = false;
    await judgeFile(
      (async function* () {
        yield [{ id: 'a', text: 'good' }];
      })(),
      async () => ({ lines: new TextEncoder().encode('{"id":"a"}\n'), tallies: [], errors: {} }),
      {
        alreadyWritten: { lines: 0, last: undefined },
        write: async () => stop.abort(new Error('stopped')),
        finish: async () => {
          finished = true;
        },
      },
      { name: 'test', clock: () => new Date(0), onDone: () => {}, signal: stop.signal },
    );
    expect(finished).toBe(true);
  });
});

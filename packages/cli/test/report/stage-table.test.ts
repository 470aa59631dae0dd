import { describe, expect, it } from 'vitest';
import { stageTable } from '../../src/report/stage-table.js';

describe('the table of a run', () => {
  it('shows what is counted, in − dropped = out with the reasons below, seconds and rate', () => {
    const lines = stageTable([
      { name: 'fetch', in: 90, out: 90, dropped: {}, seconds: 2 },
      { name: 'collect', in: 1200, out: 1150, dropped: { duplicate: 40, 'no-text': 10, robots: 0 }, seconds: 2 },
      { name: 'tally', in: 1150, out: 1000, dropped: { outside: 150 }, seconds: 0 },
    ]);
    expect(lines).toEqual([
      'stage    counted                             in  − dropped  = out  seconds  in/s',
      '───────  ───────────────────────────────  ─────  ─────────  ─────  ───────  ────',
      'fetch    documents → read                    90          0     90      2.0    45',
      'collect  texts → new posts                1 200         50  1 150      2.0   600',
      '         · duplicate                                    40',
      '         · no-text                                      10',
      'tally    all posts → in shown areas       1 150        150  1 000      0.0     –',
      '         · outside (counts for the city)               150',
    ]);
  });

  it('puts a code that does not speak for itself into words', () => {
    const lines = stageTable([{ name: 'tally', in: 10, out: 0, dropped: { 'outside:copy': 10 }, seconds: 0 }]);
    expect(lines.at(-1)).toMatch(/· outside:copy \(of another post\) +10$/);
  });

  it('knows a stage by the first word of its name, and lets others stand', () => {
    const stages = ['import old posts.csv', 'weigh'].map((name) => ({ name, in: 1, out: 1, dropped: {}, seconds: 1 }));
    const [, , imported, other] = stageTable(stages);
    expect(imported).toContain('import old posts.csv  texts → new posts');
    expect(other).toMatch(/^weigh +in → out /);
  });
});

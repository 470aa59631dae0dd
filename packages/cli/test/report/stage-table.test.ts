import { describe, expect, it } from 'vitest';
import { stageTable } from '../../src/report/stage-table.js';

describe('the table of a run', () => {
  it('shows in, out, dropped with reasons, seconds and rate', () => {
    const lines = stageTable([
      { name: 'collect', in: 1200, out: 1150, dropped: { duplicate: 40, 'no-text': 10, robots: 0 }, seconds: 2 },
      { name: 'tally', in: 0, out: 0, dropped: {}, seconds: 0 },
    ]);
    expect(lines).toEqual([
      'stage       in    out  dropped  seconds  in/s',
      '───────  ─────  ─────  ───────  ───────  ────',
      'collect  1 200  1 150       50      2.0   600',
      '         · duplicate: 40',
      '         · no-text: 10',
      'tally        0      0        0      0.0     –',
    ]);
  });
});

import type { Block, GateMemory } from '@marsad/records';
import { expect, it } from 'vitest';
import { memoryLines } from '../../src/report/memory-lines.js';

const block = { area: 'a', weeks: ['2026-W14', '2026-W15'], status: 'shown' } as unknown as Block;
const memory = (blocks: Block[], closed: string[]): GateMemory => ({
  boundaries: '[]',
  withheld: { blocks, districts: [] },
  closed: { areas: closed.map((area) => ({ area, weeks: [['2026-W14', '2026-W15']] })), districts: [] },
});

it('says nothing where the gate holds back nothing that it once told', () => {
  expect(memoryLines(null)).toEqual([]);
  expect(memoryLines(memory([], []))).toEqual([]);
});

it('says how many figures raised rules hide, and how many neighbourhoods wait after a change of boundaries', () => {
  const [raised, changed] = memoryLines(memory([block, block], ['east']));
  expect(raised).toMatch(/^2 figures that were told before are hidden/);
  expect(changed).toMatch(/^1 neighbourhoods are silent in weeks in which their ground was told/);
});

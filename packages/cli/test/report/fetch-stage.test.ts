import type { CollectReport } from '@marsad/collector';
import { describe, expect, it } from 'vitest';
import { fetchStageOf } from '../../src/report/fetch-stage.js';

const source = (fetched: number, skipped: Record<string, number>, failed: Record<string, number>) => ({
  id: 'a',
  kind: 'website',
  reached: true,
  documents: { fetched, unchanged: 0, skipped, failed },
  items: { stored: 0, duplicate: 0, superseded: 0, rejected: 0, known: 0 },
});

describe('the fetch stage of a run', () => {
  it('adds up documents over sources, with the reasons of those that were not fetched', () => {
    const report: CollectReport = {
      sources: [source(10, { robots: 2 }, {}), source(5, { robots: 1, noindex: 1 }, { timeout: 4 })],
      items: { name: 'collect', in: 0, out: 0, dropped: {}, seconds: 3 },
    };
    expect(fetchStageOf(report)).toEqual({
      name: 'fetch',
      in: 23,
      out: 15,
      dropped: { 'failed:timeout': 4, 'skipped:noindex': 1, 'skipped:robots': 3 },
      seconds: 3,
    });
  });
});

import type { PlannedDocument, SourceResult } from '@marsad/collector';
import { describe, expect, it } from 'vitest';
import { planSentence, planTable } from '../../src/report/plan-table.js';

const source = (id: string, planned?: PlannedDocument[]): SourceResult => ({
  id,
  kind: 'website',
  reached: true,
  documents: { fetched: 0, unchanged: 0, skipped: {}, failed: {} },
  items: { stored: 0, duplicate: 0, superseded: 0, rejected: 0, known: 0 },
  ...(planned ? { planned } : {}),
});

const news = source('news', [
  { url: 'http://news.test/', from: 'entry', decision: 'fetch' },
  { url: 'http://news.test/private', from: 'queued', decision: 'forbidden', reason: 'robots' },
  { url: 'http://down.test/', from: 'entry', decision: 'forbidden', reason: 'robots-unreachable' },
  { url: 'http://news.test/z', from: 'queued', decision: 'over-budget', reason: 'maximum-pages' },
]);

describe('the list of a dry run', () => {
  it('says of each document what a run would do with it', () => {
    const files = source('files', [
      { url: 'pipe\u001b[2J', from: 'file', decision: 'forbidden', reason: 'not-a-file' },
    ]);
    expect(planTable({ sources: [news, source('keyless'), files] })).toEqual([
      'source  from    what a run would do          address',
      '──────  ──────  ───────────────────────────  ───────',
      'news    entry   would fetch                  http://news.test/',
      'news    queued  robots forbids               http://news.test/private',
      'news    entry   robots not known             http://down.test/',
      'news    queued  noted: budget maximum-pages  http://news.test/z',
      'files   file    left out: not-a-file         pipe\ufffd[2J',
    ]);
  });

  it('is summed up in a sentence a source', () => {
    expect(planSentence(news)).toBe(
      'news (website): 1 would be asked for, 1 forbidden, 1 left alone because robots.txt could not be read, 1 noted beyond the budget',
    );
  });
});

import type { SourceEvent } from '@marsad/records';
import { expect, it } from 'vitest';
import { sourceFindings } from '../../src/doctor/source-findings.js';

const event = (kind: SourceEvent['kind'], day: string, detail: string | null = null): SourceEvent => ({
  kind,
  day,
  detail,
});
const find = (...events: SourceEvent[]) => sourceFindings([{ sourceId: 'forum', reachedOn: null, events }]);

it('the log of a source is told in its order, and a source that is read is ready', () => {
  const log = [
    event('added', '2026-03-30'),
    event('unreachable', '2026-04-02', 'time-out'),
    event('back', '2026-04-05'),
  ];
  expect(find(...log)).toEqual([
    {
      state: 'ready',
      subject: 'source forum',
      sentence: 'added 2026-03-30; did not answer from 2026-04-02 (time-out); read again from 2026-04-05',
    },
  ]);
});

it.each(['unreachable', 'refused', 'gap'] as const)('a source that is %s is missing, with what can be done', (kind) => {
  expect(find(event('added', '2026-03-30'), event(kind, '2026-04-02'))).toMatchObject([
    { state: 'missing', remedy: expect.stringMatching(/./) },
  ]);
});

it('of a long log the last six entries are told and the others counted', () => {
  const log = Array.from({ length: 9 }, (_, at) => event(at % 2 === 0 ? 'back' : 'gap', `2026-04-0${at + 1}`));
  const [finding] = find(...log);
  expect(finding?.sentence).toMatch(/^3 earlier; not asked from 2026-04-04; .*2026-04-09$/);
});

it('a source without a log is not mentioned', () => {
  expect(find()).toEqual([]);
});

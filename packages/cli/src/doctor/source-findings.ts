import type { SourceEvent, SourceEventKind } from '@marsad/records';
import type { SourceLog } from '@marsad/store';
import type { Finding } from './finding.js';

/** Older entries are in the database; these are what a reader asks about. */
const MOST_SHOWN = 6;

const WORDS: Readonly<Record<SourceEventKind, string>> = {
  added: 'added',
  unreachable: 'did not answer from',
  refused: 'refused from',
  gap: 'not asked from',
  back: 'read again from',
};

const say = ({ kind, day, detail }: SourceEvent): string =>
  `${WORDS[kind]} ${day}${detail === null ? '' : ` (${detail})`}`;

const REMEDIES: Readonly<Partial<Record<SourceEventKind, string>>> = {
  unreachable: 'Check its address in city.yaml; the next run asks it again.',
  refused: 'It does not want to be read: ask its owner, or take it out of city.yaml.',
  gap: '`marsad collect --dry-run` says what it lacks.',
};

/** What is in the logs of the sources, one finding each; a source that is not read at the moment is `missing`. */
export const sourceFindings = (logs: readonly SourceLog[]): Finding[] =>
  logs
    .filter(({ events }) => events.length > 0)
    .map(({ sourceId, events }) => {
      const remedy = REMEDIES[events.at(-1)?.kind ?? 'added'];
      const earlier = events.length > MOST_SHOWN ? `${events.length - MOST_SHOWN} earlier; ` : '';
      return {
        state: remedy === undefined ? ('ready' as const) : ('missing' as const),
        subject: `source ${sourceId}`,
        sentence: `${earlier}${events.slice(-MOST_SHOWN).map(say).join('; ')}`,
        ...(remedy === undefined ? {} : { remedy }),
      };
    });

import type { CollectReport, PlannedDocument, SourceResult } from '@marsad/collector';
import { printable } from '../terminal.js';

const HEADER = ['source', 'from', 'what a run would do', 'address'] as const;

/** What a run would do with one document, in words. */
const wordsOf = ({ decision, reason }: PlannedDocument): string => {
  if (decision === 'fetch') return 'would fetch';
  if (decision === 'over-budget') return `noted: budget ${reason ?? ''}`;
  if (reason === 'robots') return 'robots forbids';
  return reason === 'robots-unreachable' ? 'robots not known' : `left out: ${reason ?? ''}`;
};

/** What a dry run found, one line a document in the order in which a run would take them. */
export const planTable = ({ sources }: Pick<CollectReport, 'sources'>): string[] => {
  const rows = sources.flatMap(({ id, planned = [] }) =>
    planned.map((document) => [id, document.from, wordsOf(document), printable(document.url)] as const),
  );
  const widths = HEADER.map((title, column) =>
    rows.reduce((widest, row) => Math.max(widest, row[column]?.length ?? 0), title.length),
  );
  // Addresses stand last and are not padded: they may be long.
  const line = (cells: readonly string[]): string =>
    cells.map((cell, column) => (column === cells.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join('  ');
  return [
    line(HEADER),
    line(
      HEADER.map((title, column) => '─'.repeat(column === HEADER.length - 1 ? title.length : (widths[column] ?? 0))),
    ),
    ...rows.map(line),
  ];
};

/** What a dry run found of one source, in a sentence. */
export const planSentence = ({ id, kind, planned = [] }: SourceResult): string => {
  const unknown = planned.filter(({ reason }) => reason === 'robots-unreachable').length;
  const count = (wanted: PlannedDocument['decision']): number =>
    planned.filter(({ decision }) => decision === wanted).length;
  const said = [
    `${count('fetch')} would be asked for`,
    `${count('forbidden') - unknown} forbidden`,
    ...(unknown === 0 ? [] : [`${unknown} left alone because robots.txt could not be read`]),
    `${count('over-budget')} noted beyond the budget`,
  ];
  return `${id} (${kind}): ${said.join(', ')}`;
};

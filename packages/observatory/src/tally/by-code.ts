import { SIGNALS, type Signal } from '@marsad/records';
import { AuthorCounts } from './author-counts.js';
import type { Cell } from './cell.js';

/** By what the posts of a cell can be told apart, each having one of either. */
export type CodeKind = 'languages' | 'rungs';

/** The posts of a cell that are of one language, or placed by one rung: all that the gate asks of a cell. */
export interface CodeCell {
  posts: number;
  authors: AuthorCounts;
  sources: Set<number>;
  flagged: Record<Signal, number>;
}

const emptyCode = (): CodeCell => ({
  posts: 0,
  authors: new AuthorCounts(),
  sources: new Set(),
  flagged: { hate: 0, extremism: 0, polarisation: 0, offensive: 0, bridging: 0 },
});

/** The posts of a cell by language or by rung. */
export const byCode = ({ authors }: Pick<Cell, 'authors'>, by: CodeKind): Map<string, CodeCell> => {
  const codes = new Map<string, CodeCell>();
  for (const [author, { language, rung, source, flags }] of authors.posts()) {
    const code = by === 'languages' ? language : rung;
    let cell = codes.get(code);
    if (!cell) {
      cell = emptyCode();
      codes.set(code, cell);
    }
    cell.posts += 1;
    cell.authors.add(author);
    cell.sources.add(source);
    if (flags === 0) continue;
    for (const [at, signal] of SIGNALS.entries()) if ((flags >> at) & 1) cell.flagged[signal] += 1;
  }
  return codes;
};

/** Several codes together, as one. */
export const codesTogether = (cells: Iterable<CodeCell>): CodeCell => {
  const sum = emptyCode();
  for (const { posts, authors, sources, flagged } of cells) {
    sum.posts += posts;
    sum.authors.merge(authors);
    for (const source of sources) sum.sources.add(source);
    for (const signal of SIGNALS) sum.flagged[signal] += flagged[signal];
  }
  return sum;
};

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
  /** The code of each kind that was met, by its number, and how many posts are of the kind. */
  const met = new Map<number, { cell: CodeCell; flags: number; posts: number }>();
  authors.eachPost((author, number) => {
    let of = met.get(number);
    if (!of) {
      const kind = authors.kindAt(number);
      if (!kind) return;
      const code = by === 'languages' ? kind.language : kind.rung;
      const cell = codes.get(code) ?? emptyCode();
      codes.set(code, cell);
      cell.sources.add(kind.source);
      of = { cell, flags: kind.flags, posts: 0 };
      met.set(number, of);
    }
    of.posts += 1;
    of.cell.authors.add(author);
  });
  for (const { cell, flags, posts } of met.values()) {
    cell.posts += posts;
    for (const [at, signal] of SIGNALS.entries()) if ((flags >> at) & 1) cell.flagged[signal] += posts;
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

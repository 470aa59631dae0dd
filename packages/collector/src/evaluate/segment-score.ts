/** How many segments that belong to the text were found or missed, and how many that do not belong were found. */
export interface SegmentCounts {
  found: number;
  missed: number;
  wronglyFound: number;
}

const fold = (text: string): string => text.replace(/\s+/g, ' ');

/** Counts segments of one page as adbar/trafilatura's evaluation does: white space folded, a segment is in or out. */
export const countSegments = (
  text: string,
  belonging: readonly string[],
  foreign: readonly string[],
): SegmentCounts => {
  const folded = fold(text);
  const found = belonging.filter((segment) => folded.includes(fold(segment))).length;
  return {
    found,
    missed: belonging.length - found,
    wronglyFound: foreign.filter((segment) => folded.includes(fold(segment))).length,
  };
};

/** Precision, recall and F1 over the segments of all pages together. */
export const segmentScore = (pages: readonly SegmentCounts[]): { precision: number; recall: number; f1: number } => {
  const total = (pick: (page: SegmentCounts) => number): number => pages.reduce((sum, page) => sum + pick(page), 0);
  const found = total((page) => page.found);
  const ratio = (rest: number): number => (found + rest === 0 ? 0 : found / (found + rest));
  const precision = ratio(total((page) => page.wronglyFound));
  const recall = ratio(total((page) => page.missed));
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
};

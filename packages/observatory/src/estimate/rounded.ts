/** Below one in a million nothing is told of a share of posts: what a search for the best value leaves there is nought. */
const LEAST = 1e-6;

/** Three digits that count: more than any interval is sure of, and fewer than would tell of a single post. */
export const rounded = (value: number): number => (Math.abs(value) < LEAST ? 0 : Number(value.toPrecision(3)));

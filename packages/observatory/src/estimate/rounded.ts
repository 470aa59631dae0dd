/** Three digits that count: more than any interval is sure of, and fewer than would tell of a single post. */
export const rounded = (value: number): number => Number(value.toPrecision(3));

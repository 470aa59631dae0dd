/**
 * `figures.json` in half of its bytes: every block says the same names, and numbers of one kind lie far apart. Packed, each shape
 * of a block is said once and numbers of one kind stand side by side. What was packed comes back as it was, to the byte, so that
 * the sums of the manifest hold for it.
 */

/** A block without its values: in the place of each the number of the column that holds it. */
type Shape = number | { readonly [key: string]: Shape };

/** Packed text of `figures.json`. */
export interface PackedFigures {
  /** the text before the first block, between two, and after the last */
  head: string;
  between: string;
  tail: string;
  shapes: readonly Shape[];
  /** the shape of each block */
  blocks: readonly number[];
  /** values, in the order of the blocks that have one */
  columns: readonly (readonly unknown[])[];
}

/** A name that would be more than a name to an object. */
const FORBIDDEN = '__proto__';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text of `figures.json` packed; null where it would not come back to the byte. */
export const packFigures = (text: string): string | null => {
  const parsed: unknown = JSON.parse(text);
  if (!isRecord(parsed) || !Array.isArray(parsed.blocks) || parsed.blocks.length === 0) return null;
  const blocks: unknown[] = parsed.blocks;
  const texts = blocks.map((block) => JSON.stringify(block));
  const start = text.indexOf(texts[0] ?? '');
  const second = texts[1] === undefined ? -1 : text.indexOf(texts[1], start + (texts[0] ?? '').length);
  const between = second < 0 ? ',' : text.slice(start + (texts[0] ?? '').length, second);
  const joined = texts.join(between);
  if (start < 0 || text.slice(start, start + joined.length) !== joined || text.includes(FORBIDDEN)) return null;

  const columns: unknown[][] = [];
  const columnAt = new Map<string, number>();
  const shapes: Shape[] = [];
  const shapeAt = new Map<string, number>();
  const shapeOf = (value: unknown, path: string): Shape => {
    if (isRecord(value))
      return Object.fromEntries(
        Object.entries(value).map(([key, of]) => [key, shapeOf(of, `${path} ${JSON.stringify(key)}`)]),
      );
    const column = columnAt.get(path) ?? columns.length;
    columnAt.set(path, column);
    const values = columns[column] ?? [];
    columns[column] = values;
    values.push(value);
    return column;
  };
  const rows = blocks.map((block) => {
    const shape = shapeOf(block, '');
    const key = JSON.stringify(shape);
    const at = shapeAt.get(key) ?? shapes.length;
    shapeAt.set(key, at);
    shapes[at] = shape;
    return at;
  });
  const packed: PackedFigures = {
    head: text.slice(0, start),
    between,
    tail: text.slice(start + joined.length),
    shapes,
    blocks: rows,
    columns,
  };
  const again = `${packed.head}${blocksText(unpackBlocks(packed), between)}${packed.tail}`;
  return again === text ? JSON.stringify(packed) : null;
};

/** The blocks, not checked yet. Throws a TypeError where what was packed is not whole. */
const unpackBlocks = ({ shapes, blocks, columns }: PackedFigures): unknown[] => {
  const next = columns.map(() => 0);
  const build = (shape: Shape): unknown => {
    if (typeof shape === 'number') {
      const at = next[shape] ?? 0;
      const column = columns[shape];
      if (column === undefined || at >= column.length) throw new TypeError(`column ${shape} ends before its blocks`);
      next[shape] = at + 1;
      return column[at];
    }
    const made: Record<string, unknown> = {};
    for (const key in shape) {
      const of = shape[key];
      if (of === undefined || key === FORBIDDEN) throw new TypeError('a shape that no block has');
      made[key] = build(of);
    }
    return made;
  };
  return blocks.map((at) => {
    const shape = shapes[at];
    if (shape === undefined) throw new TypeError(`shape ${at} is not there`);
    return build(shape);
  });
};

/** The text of blocks that follow one another. */
export const blocksText = (blocks: readonly unknown[], between: string): string =>
  blocks.map((block) => JSON.stringify(block)).join(between);

/**
 * What `figures.json` holds, not checked yet, and its blocks by themselves. Throws a TypeError or SyntaxError where what was
 * packed is not whole.
 */
export const figuresValue = (packed: PackedFigures): { value: unknown; blocks: readonly unknown[] } => {
  const blocks = unpackBlocks(packed);
  return { value: { ...JSON.parse(`${packed.head}${packed.tail}`), blocks }, blocks };
};

/** What is served in the place of `figures.json`: packed, or as it is where that would not come back to the byte. */
export const servedFigures = (text: string): string => packFigures(text) ?? text;

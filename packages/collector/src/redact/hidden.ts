/** What stands in a text in place of what was hidden. */
export const MARKS = {
  email: '⟨email⟩',
  id: '⟨id⟩',
  phone: '⟨phone⟩',
  plate: '⟨plate⟩',
  user: '⟨user⟩',
} as const;

/** A piece of a text that is to be hidden. */
export interface Hidden {
  start: number;
  /** exclusive */
  end: number;
  as: keyof typeof MARKS;
}

/** Every match of a pattern, or of its group `hide` where it has one (flag `d`), as pieces to hide. */
export const everyMatch = (pattern: RegExp, as: Hidden['as'], text: string): Hidden[] =>
  Array.from(text.matchAll(pattern), (match): Hidden => {
    const [start, end] = match.indices?.groups?.hide ?? [match.index, match.index + match[0].length];
    return { start, end, as };
  });

/** What was found without a word before it that is no part of it: "est 123456", «رقم 123». */
export const withoutWord = (text: string, found: Hidden): Hidden => {
  const word = /^(?![A-Z]{1,3}[ -]|[ء-ي][ -])\p{L}+[ -]/u.exec(text.slice(found.start, found.end))?.[0] ?? '';
  return { ...found, start: found.start + word.length };
};

const isLowSurrogate = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;

/**
 * The text with marks in place of the pieces. Of pieces that overlap all is hidden, under the mark of the one listed first.
 * @param pieces in any order
 */
export const hide = (text: string, pieces: readonly Hidden[]): string => {
  const rank = new Map(pieces.map((piece, index) => [piece, index]));
  const sorted = [...pieces].sort((a, b) => a.start - b.start);
  let out = '';
  let end = 0;
  let open: Hidden | undefined;
  const close = (): void => {
    if (!open) return;
    out += text.slice(end, open.start) + MARKS[open.as];
    // A digit of two code units is hidden whole.
    end = isLowSurrogate(text, open.end) ? open.end + 1 : open.end;
  };
  for (const piece of sorted) {
    if (!open || piece.start >= open.end) {
      close();
      open = piece;
    } else {
      const first = (rank.get(open) ?? 0) <= (rank.get(piece) ?? 0) ? open : piece;
      const joined = { start: open.start, end: Math.max(open.end, piece.end), as: first.as };
      rank.set(joined, rank.get(first) ?? 0);
      open = joined;
    }
  }
  close();
  return out + text.slice(end);
};

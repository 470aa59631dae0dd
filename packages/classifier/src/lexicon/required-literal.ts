/** Shorter literals stand in too many texts to tell them apart. */
const SHORTEST = 3;

/** Letters whose cases every fold agrees on: ASCII, and scripts without cases. */
const isSure = (character: string): boolean =>
  /^[\x20-\x7e]$/.test(character) || character.toLowerCase() === character.toUpperCase();

/** A text as literals are looked for in it, both cases alike («ſ» as s). */
export const foldCase = (text: string): string => text.toUpperCase().toLowerCase();

/** Where a bracket that opens at `at` is closed. */
const closing = (expression: string, at: number): number => {
  let depth = 0;
  let inClass = false;
  for (let i = at; i < expression.length; i++) {
    const character = expression[i];
    if (character === '\\') i += 1;
    else if (inClass) inClass = character !== ']' || expression[i - 1] === '[' || expression.endsWith('[^', i);
    else if (character === '[') inClass = true;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (depth === 0 && !inClass) return i;
  }
  return expression.length;
};

/**
 * The longest run of characters that every match of a RE2 expression must hold, both cases alike; undefined where none
 * of three characters is sure. Only what stands outside brackets is looked at, so a run may be missed, never made up.
 */
export const requiredLiteral = (expression: string): string | undefined => {
  const runs: string[] = [];
  let run = '';
  const end = (): void => {
    runs.push(run);
    run = '';
  };
  for (let i = 0; i < expression.length; i++) {
    const character = expression[i] ?? '';
    if (character === '|') return undefined;
    if (character === '(' || character === '[') {
      end();
      i = closing(expression, i);
    } else if (character === '\\') {
      const escaped = expression[i + 1] ?? '';
      // \Q…\E, \x41, \pL: their ends are not worth finding.
      if (/[QxpPC0-9]/.test(escaped)) return undefined;
      i += 1;
      if (/[a-z]/i.test(escaped)) end();
      else run += escaped;
    } else if (/[*?{]/.test(character)) {
      // What stands before may be missing.
      run = run.slice(0, -1);
      end();
      if (character === '{') i = Math.max(i, expression.indexOf('}', i));
    } else if (/[.^$+)\]}]/.test(character) || !isSure(character)) end();
    else run += character;
  }
  end();
  const longest = runs.reduce((best, each) => (each.length > best.length ? each : best), '');
  return longest.length >= SHORTEST ? foldCase(longest) : undefined;
};

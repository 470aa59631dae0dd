const BRACKET = /\(([^()]*)\)/;
const MOST_FORMS = 512;

/** Marks around a choice of single words that stays one piece of a phrase: `⟨our|the|⟩`, the empty one optional. */
export const CHOICE = { open: '⟨', close: '⟩' } as const;

/** Whether a bracket stands as a word of its own, not at the beginning, and offers single plain words only. */
const staysChoice = (form: string, bracket: RegExpExecArray): boolean => {
  const inside = bracket[1] ?? '';
  const before = form[bracket.index - 1];
  const after = form[bracket.index + bracket[0].length];
  const alone = before === ' ' && (after === undefined || after === ' ');
  return alone && inside.includes('|') && !/[ {}~=⟨]/.test(inside);
};

const withSingleBlanks = (form: string): string => (form.includes('  ') ? form.replace(/ +/g, ' ') : form).trim();

/**
 * Writes out the brackets of a term: `migrant(s)` is migrant and migrants, `(he|she) left` two phrases. A choice of
 * single words inside a phrase is left as one choice, so that long patterns do not multiply.
 * @throws RangeError when a term stands for more than 512 forms
 */
export const expandTerm = (term: string): string[] => {
  if (!term.includes('(')) return [withSingleBlanks(term)];
  let forms = [term];
  while (forms.some((form) => BRACKET.test(form))) {
    forms = forms.flatMap((form) => {
      const bracket = BRACKET.exec(form);
      if (!bracket) return [form];
      const inside = bracket[1] ?? '';
      if (staysChoice(form, bracket)) return [form.replace(BRACKET, () => CHOICE.open + inside + CHOICE.close)];
      const choices = inside.includes('|') ? inside.split('|') : ['', inside];
      return choices.map((choice) => form.replace(BRACKET, () => choice));
    });
    if (forms.length > MOST_FORMS) {
      throw new RangeError(`lexicon term ${JSON.stringify(term)}: expected at most ${MOST_FORMS} forms`);
    }
  }
  return forms.map(withSingleBlanks);
};

import type { ChangeCode, ChangeOf, SnapshotChange } from '@marsad/observatory';
import type { InterfaceLanguage, Names, ProtectionRules, Signal, SuppressionReason, Tier } from '@marsad/records';

/** How one language writes what stands in the sentences. */
export interface Writing {
  /** `1,234` */
  number(value: number): string;
  /** `4.5 %`, with three digits that count */
  percent(share: number): string;
  /** a number with its noun in the right form, by Unicode's plural categories; `#` stands for the number */
  plural(value: number, forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }): string;
  /** `a, b and c` */
  list(items: readonly string[]): string;
  /** the name in this language, else in another */
  name(names: Names): string;
  /** `2026-W14 to 2026-W16`, or the word for undated posts */
  weeks(weeks: readonly [string, string] | null): string;
}

/** The sentence of every code; the compiler sees that none is missing. */
type Sentences = {
  readonly [Code in ChangeCode]: (change: ChangeOf<Code>, writing: Writing) => string;
};

/** Who a snapshot is for, and the version that the city signed it as. */
export interface Handed {
  tier: Tier;
  /** null where it is not signed */
  version: number | null;
}

/** All that one language needs to say what changed. */
export interface DiffWords {
  /** nothing differs */
  same: string;
  /** nothing differs but who it is for, or which version the city signed it as: in place of `same` */
  sameBut(from: Handed, to: Handed): string;
  /** stands before a finding */
  finding: string;
  undated: string;
  between(first: string, last: string): string;
  signals: Readonly<Record<Signal, string>>;
  reasons: Readonly<Record<SuppressionReason, string>>;
  rules: Readonly<Record<keyof ProtectionRules, string>>;
  /** of `more` further changes of this kind that are not listed */
  more(more: number, writing: Writing): string;
  sentences: Sentences;
}

/** The writing of a language, with its words for weeks. */
export const writingOf = (language: InterfaceLanguage, words: Pick<DiffWords, 'undated' | 'between'>): Writing => {
  const numbers = new Intl.NumberFormat(language);
  const percents = new Intl.NumberFormat(language, { style: 'percent', maximumSignificantDigits: 3 });
  const rules = new Intl.PluralRules(language);
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  return {
    number: (value) => numbers.format(value),
    percent: (share) => percents.format(share),
    plural: (value, forms) => (forms[rules.select(value)] ?? forms.other).replace('#', numbers.format(value)),
    list: (items) => lists.format(items),
    name: (names) => names[language] ?? names.en ?? names.fr ?? names.ar ?? '',
    weeks: (weeks) =>
      weeks === null ? words.undated : weeks[0] === weeks[1] ? weeks[0] : words.between(weeks[0], weeks[1]),
  };
};

/** The sentence of one change. */
export const sentenceOf = (change: SnapshotChange, words: DiffWords, writing: Writing): string => {
  // Each code's sentence takes the changes of that code; the compiler cannot follow the pair.
  const say = words.sentences[change.code] as (of: SnapshotChange, writing: Writing) => string;
  return say(change, writing);
};

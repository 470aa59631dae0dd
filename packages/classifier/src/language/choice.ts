import { type EnabledLanguage, LANGUAGES, languageBit, languagePlace } from './languages.js';

/** The languages to choose among in one script. */
export interface Choice {
  languages: readonly EnabledLanguage[];
  /** the place of each in LANGUAGES */
  places: readonly number[];
  /** all of them, a bit each */
  enabled: number;
}

const choose = (script: string, named: readonly string[] | undefined): Choice => {
  const languages = LANGUAGES.filter((each) => each.script === script && (!named || named.includes(each.code)));
  let enabled = 0;
  for (const { code } of languages) enabled |= languageBit(code);
  return { languages, places: languages.map(({ code }) => languagePlace(code)), enabled };
};

const NONE = choose('', undefined);
/** The choice where a caller names no languages. */
const usual = new Map(LANGUAGES.map(({ script }) => [script, choose(script, undefined)]));

/**
 * The languages of a script, of those named where any are.
 * @param named ISO 639-3 codes
 */
export const choiceOf = (script: string, named: readonly string[] | undefined): Choice =>
  named ? choose(script, named) : (usual.get(script) ?? NONE);

/**
 * Remembers what a detector needs to know about a list of languages; the lists of the usual choices come again with
 * every text.
 */
export const perLanguages = <T extends object>(
  make: (languages: readonly EnabledLanguage[]) => T,
): ((languages: readonly EnabledLanguage[]) => T) => {
  const made = new WeakMap<readonly EnabledLanguage[], T>();
  return (languages) => {
    const before = made.get(languages);
    if (before) return before;
    const own = make(languages);
    made.set(languages, own);
    return own;
  };
};

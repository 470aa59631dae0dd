import { INTERFACE_LANGUAGES, InputError, type Names } from '@marsad/records';

/**
 * Reads words for people as flags give them: `en=Regional hub`, one for each language.
 * @throws {InputError} for another language, or words without one
 */
export const textsFrom = (flag: string, given: readonly string[]): Names => {
  const texts: Names = {};
  for (const text of given) {
    const [language = '', ...words] = text.split('=');
    const known = INTERFACE_LANGUAGES.find((code) => code === language);
    const said = words.join('=').trim();
    if (known === undefined || said === '')
      throw new InputError('bad-text', `${flag}: expected words such as "en=…", "ar=…" or "fr=…", got "${text}"`);
    texts[known] = said;
  }
  if (Object.keys(texts).length === 0)
    throw new InputError('bad-text', `${flag}: expected words in at least one of ar, en, fr`);
  return texts;
};

/** Collects a flag that may be given once for each language. */
export const collectTexts = (text: string, before: readonly string[]): string[] => [...before, text];

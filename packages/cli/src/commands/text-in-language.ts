import { INTERFACE_LANGUAGES, type InterfaceLanguage, type Names } from '@marsad/records';

/** A text in the language asked for, or in the first that it has; empty when it has none. */
export const textInLanguage = (texts: Names, language: InterfaceLanguage): string =>
  texts[language] ?? INTERFACE_LANGUAGES.map((code) => texts[code]).find((text) => text !== undefined) ?? '';

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The text with the five characters that mean something in HTML and XML, attributes too, written as references. */
export const escapeMarkup = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => REFERENCES[character] ?? '');

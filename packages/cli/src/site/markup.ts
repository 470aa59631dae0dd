import { escapeMarkup } from '@marsad/records';

/** HTML or XML that may be put into a page as it is. Only `markup` makes one, so that no text gets in unescaped. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Insertable = string | number | Markup | readonly Insertable[];

const insert = (value: Insertable): string => {
  if (value instanceof Markup) return value.text;
  if (typeof value === 'string') return escapeMarkup(value);
  if (typeof value === 'number') return String(value);
  return value.map(insert).join('');
};

/** Template tag: what stands in the template is markup, what is put in is escaped unless it is `Markup` already. */
export const markup = (parts: TemplateStringsArray, ...values: Insertable[]): Markup =>
  new Markup(parts.reduce((text, part, i) => text + insert(values[i - 1] ?? '') + part));

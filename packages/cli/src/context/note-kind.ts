import { type FieldNote, fieldNote } from '@marsad/records';
import type { ContextKind } from './kind.js';

/** Characters of a note that a list shows. */
const SHOWN = 60;

/** What trained observers wrote down in neighbourhoods. */
export const noteKind: ContextKind<FieldNote> = {
  name: 'note',
  field: 'notes',
  schema: fieldNote,
  table: null,
  areasOf: ({ area }) => (area === null ? [] : [area]),
  weeksOf: ({ weeks }) => weeks,
  withTexts: (entry, change) => ({ ...entry, text: change(entry.text) }),
  linkOf: () => undefined,
  titleOf: ({ language, text }) => {
    const line = text.replace(/\s+/g, ' ');
    return `(${language}) ${line.length > SHOWN ? `${line.slice(0, SHOWN - 1)}…` : line}`;
  },
};

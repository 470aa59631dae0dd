import { redactText } from '@marsad/collector';
import type { ContextEntry, ContextKind } from './kind.js';
import type { ReadEntry } from './read-entries.js';

/** Something that is wrong with an entry that could be read. */
export interface EntryProblem {
  line: number;
  id: string;
  message: string;
}

/** Whether redaction would take something out of a text of the entry. */
const tellsOfSomebody = <Entry extends ContextEntry>(entry: Entry, kind: ContextKind<Entry>): boolean => {
  let found = false;
  kind.withTexts(entry, (text) => {
    if (redactText(text) !== text) found = true;
    return text;
  });
  return found;
};

/** What is wrong with entries beyond their shape: areas that there are not, and what redaction would take out. */
export const entryProblems = <Entry extends ContextEntry>(
  entries: readonly ReadEntry<Entry>[],
  kind: ContextKind<Entry>,
  areas: ReadonlySet<string>,
): EntryProblem[] =>
  entries.flatMap(({ line, entry }) => {
    const problems = kind
      .areasOf(entry)
      .filter((area) => !areas.has(area))
      .map((area) => `area: expected the id of a neighbourhood, got "${area}"`);
    if (tellsOfSomebody(entry, kind))
      problems.push(
        `a text holds an address, a number or a handle that leads to a person: \`marsad ${kind.name} import\` takes it out`,
      );
    return problems.map((message) => ({ line, id: entry.id, message }));
  });

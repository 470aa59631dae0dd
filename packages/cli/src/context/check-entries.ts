import { redactText } from '@marsad/collector';
import { writtenTextProblems } from '@marsad/observatory';
import type { ContextEntry, ContextKind } from './kind.js';
import type { ReadEntry } from './read-entries.js';

/** Something that is wrong with an entry that could be read. */
export interface EntryProblem {
  line: number;
  id: string;
  message: string;
}

/** What the texts and the link of an entry hold that they must not, each said once. */
const tracesIn = <Entry extends ContextEntry>(entry: Entry, kind: ContextKind<Entry>): string[] => {
  const found = new Set<string>();
  kind.withTexts(entry, (text) => {
    for (const told of writtenTextProblems(text)) found.add(`a text holds ${told}`);
    if (found.size === 0 && redactText(text) !== text)
      found.add(`a text holds what leads to a person: \`marsad ${kind.name} import\` takes it out`);
    return text;
  });
  for (const told of writtenTextProblems(kind.linkOf(entry) ?? '')) found.add(`the link is or holds ${told}`);
  return [...found];
};

/** What is wrong with entries beyond their shape: areas that there are not, and what redaction would take out. */
export const entryProblems = <Entry extends ContextEntry>(
  entries: readonly ReadEntry<Entry>[],
  kind: ContextKind<Entry>,
  areas: ReadonlySet<string>,
): EntryProblem[] =>
  entries.flatMap(({ line, entry }) => {
    const unknown = kind
      .areasOf(entry)
      .filter((area) => !areas.has(area))
      .map((area) => `area: expected the id of a neighbourhood, got "${area}"`);
    return [...unknown, ...tracesIn(entry, kind)].map((message) => ({ line, id: entry.id, message }));
  });

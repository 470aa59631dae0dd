import { type Narrative, narrative } from '@marsad/records';
import { anyName, type ContextKind, withNames } from './kind.js';

/** Stories that come back in many posts, in the analysts' words. */
export const narrativeKind: ContextKind<Narrative> = {
  name: 'narrative',
  field: 'narratives',
  schema: narrative,
  table: null,
  areasOf: ({ area }) => (area === null ? [] : [area]),
  weeksOf: ({ weeks }) => weeks,
  withTexts: (entry, change) => ({
    ...entry,
    paraphrase: withNames(entry.paraphrase, change),
    examples: entry.examples.map((example) => ({ ...example, text: change(example.text) })),
  }),
  linkOf: () => undefined,
  titleOf: ({ signal, target, paraphrase }) =>
    `${signal}${target === undefined ? '' : ` (${target})`}: ${anyName(paraphrase)}`,
};

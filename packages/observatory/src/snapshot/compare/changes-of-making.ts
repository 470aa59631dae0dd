import { type ProtectionRules, weeksBetween } from '@marsad/records';
import type { Snapshot } from '../read-snapshot.js';
import type { ChangeOf, SnapshotChange } from './change.js';

type Manifest = Snapshot['manifest'];

const RULES = ['minimumPosts', 'minimumAuthors', 'minimumSources', 'maximumTopAuthorShare'] as const;

/** Whether the same program judged the posts of both. */
export const sameModel = ({ model: before }: Manifest, { model: after }: Manifest): boolean =>
  before.name === after.name && before.version === after.version;

/** Whether a rule of the gate is stricter in the later one, so that what was shown may be hidden. */
export const someRuleRaised = (before: ProtectionRules, after: ProtectionRules): boolean =>
  RULES.some((rule) => (rule === 'maximumTopAuthorShare' ? after[rule] < before[rule] : after[rule] > before[rule]));

const weeksChanged = ({ weeks: from }: Manifest, { weeks: to }: Manifest): ChangeOf<'weeks-changed'>[] => {
  const [old, later] = [from, to].map((weeks) => new Set(weeks === null ? [] : weeksBetween(...weeks)));
  const added = [...(later ?? [])].filter((week) => !old?.has(week)).length;
  const removed = [...(old ?? [])].filter((week) => !later?.has(week)).length;
  return added + removed === 0 ? [] : [{ code: 'weeks-changed', from, to, added, removed }];
};

/** What differs in how two snapshots were made: the model first, since with another no figure can be compared. */
export const changesOfMaking = (before: Manifest, after: Manifest): SnapshotChange[] => {
  const changes: SnapshotChange[] = [];
  const modelOf = ({ model: { name, version } }: Manifest) => ({ name, version });
  if (!sameModel(before, after)) changes.push({ code: 'model-changed', from: modelOf(before), to: modelOf(after) });
  if (before.format.version !== after.format.version)
    changes.push({ code: 'format-changed', from: before.format.version, to: after.format.version });
  for (const rule of RULES)
    if (before.rules[rule] !== after.rules[rule])
      changes.push({ code: 'rule-changed', rule, from: before.rules[rule], to: after.rules[rule] });
  return [...changes, ...weeksChanged(before, after)];
};

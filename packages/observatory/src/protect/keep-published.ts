import type { Block, BlockFigures, ProtectionRules } from '@marsad/records';
import { keptCodes, withoutThinCodes } from './codes/kept-codes.js';
import { gate } from './gate.js';

export type ShownBlock = Extract<Block, { status: 'shown' }>;

/**
 * What a block that was published before answers now: what it answered then, unless no reader can tell from the change
 * that somebody came or went. That is so when the same number of posts, authors and sources stand behind it (judged
 * anew, say), and when the newcomers would pass the gate by themselves. Of these only numbers are known, not who they
 * are, so as many new authors and sources as the gate asks for must have been unknown to the block. Its codes keep their answer for good (`keptCodes`).
 * @param now the block as it would be told today; undefined when it would be hidden
 * @returns undefined when the rules were raised above what was published: then it is hidden, in the same weeks for good
 */
export const keptAnswer = (
  published: ShownBlock,
  now: BlockFigures | undefined,
  rules: ProtectionRules,
): ShownBlock | undefined => {
  const { figures: then } = published;
  const asBefore = (): ShownBlock | undefined =>
    gate(then, rules) === null ? { ...published, figures: withoutThinCodes(then, rules) } : undefined;
  if (now === undefined) return asBefore();
  const more = {
    posts: now.posts - then.posts,
    authors: now.authors - then.authors,
    sources: now.sources - then.sources,
  };
  const unmoved = more.posts === 0 && more.authors === 0 && more.sources === 0;
  if (!unmoved && gate(more, rules) !== null) return asBefore();
  return { ...published, figures: withoutThinCodes({ ...now, ...keptCodes(then, now, unmoved) }, rules) };
};

import type { LedgerView } from './ledger-view.js';
import { type HeldPost, keysOf } from './originals.js';

/** What of the links between copies is to be written. */
export interface LinkChanges {
  /** stored posts whose original is another now, or which have become originals */
  relinked: Map<string, HeldPost>;
  /** keys under which originals are to be filed */
  filed: Map<HeldPost, readonly number[]>;
}

/** Files a post as an original, or links it to the one of which it is a copy. Returns which. */
export const linkNewPost = (
  { originals, copies }: LedgerView,
  post: HeldPost,
  keys: readonly number[],
  { filed }: LinkChanges,
): void => {
  const original = post.signature === null ? undefined : originals.originalOf(post.signature, keys);
  if (original) {
    post.copyOf = original.id;
    const others = copies.get(original.id);
    if (others) others.add(post);
    else copies.set(original.id, new Set([post]));
    return;
  }
  const free = originals.withRoom(keys);
  originals.hold(post, free);
  filed.set(post, free);
};

/** Takes out a superseded post. When it was an original, the earliest of its copies takes its place for the others. */
export const unlinkPost = ({ originals, copies }: LedgerView, post: HeldPost, changes: LinkChanges): void => {
  changes.filed.delete(post);
  changes.relinked.delete(post.id);
  if (post.copyOf !== null) {
    copies.get(post.copyOf)?.delete(post);
    return;
  }
  originals.drop(post);
  const [heir, ...others] = [...(copies.get(post.id) ?? [])].sort((a, b) => a.arrival - b.arrival);
  copies.delete(post.id);
  if (!heir) return;
  heir.copyOf = null;
  for (const other of others) other.copyOf = heir.id;
  copies.set(heir.id, new Set(others));
  for (const changed of [heir, ...others]) changes.relinked.set(changed.id, changed);
  const keys = keysOf(heir);
  originals.hold(heir, keys);
  changes.filed.set(heir, keys);
};

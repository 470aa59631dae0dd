import type { SnapshotChange } from '@marsad/observatory';
import type { InterfaceLanguage } from '@marsad/records';
import { AR } from './diff-words/ar.js';
import { EN } from './diff-words/en.js';
import { FR } from './diff-words/fr.js';
import { type DiffWords, type Handed, sentenceOf, writingOf } from './diff-words/words.js';

const WORDS: Readonly<Record<InterfaceLanguage, DiffWords>> = { ar: AR, en: EN, fr: FR };

/** So many changes of one kind are listed; `--json` has all. Real changes and findings are always listed. */
const LISTED = 8;
const ALWAYS: ReadonlySet<SnapshotChange['code']> = new Set(['real-change', 'answer-changed', 'answer-withdrawn']);

/**
 * What changed between two snapshots, a sentence a line, in the order of the changes.
 * @param isFinding whether a change is marked as one
 * @param handed who the two are for and their versions, said where nothing else differs
 */
export const diffLines = (
  changes: readonly SnapshotChange[],
  language: InterfaceLanguage,
  isFinding: (change: SnapshotChange) => boolean,
  handed?: readonly [Handed, Handed],
): string[] => {
  const words = WORDS[language];
  const writing = writingOf(language, words);
  if (changes.length === 0) {
    const [from, to] = handed ?? [];
    const isSame = from?.tier === to?.tier && from?.version === to?.version;
    return [from === undefined || to === undefined || isSame ? words.same : words.sameBut(from, to)];
  }
  const ofCode = (code: SnapshotChange['code']): number => changes.filter((change) => change.code === code).length;
  const listed = new Map<SnapshotChange['code'], number>();
  return changes.flatMap((change) => {
    const { code } = change;
    const at = (listed.get(code) ?? 0) + 1;
    listed.set(code, at);
    const sentence = sentenceOf(change, words, writing);
    if (isFinding(change)) return [`${words.finding} · ${sentence}`];
    if (at <= LISTED || ALWAYS.has(code)) return [sentence];
    return at === LISTED + 1 ? [words.more(ofCode(code) - LISTED, writing)] : [];
  });
};

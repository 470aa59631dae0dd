import { isProse, type TextBlock } from './text-blocks.js';

/** A line that gives a day or an hour. */
const DATED = /\b(?:19|20)\d{2}\b|[٠-٩]{4}|\b\d{1,2}[:h]\d{2}\b/u;
/** Nothing but a day or an hour, in figures or with the name of a month. */
const DATE_ALONE =
  /^(?:\p{L}{2,12}\.?,?\s+)?(?:\d{1,2}[:h.]\d{2}(?:[:.]\d{2})?\s*[,|/–—-]?\s*)?(?:\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-]\s*(?:19|20)?\d{2}|(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}\.?\s+(?:de\s+)?\p{L}{3,14}\.?,?\s+(?:de\s+)?(?:19|20)\d{2}|\p{L}{3,10}\.?\s+\d{1,2},?\s+(?:19|20)\d{2}|[٠-٩]{1,2}\s+\p{L}{3,10}\s+[٠-٩]{4})(?:\s*г\.?|\s*r\.)?(?:\s*(?:[,|/–—-]|at|à|o|в|στις)?\s*\d{1,2}[:h.]\d{2}(?:[:.]\d{2})?(?:\s*[ap]m)?)?$/iu;

/** Whether a block says when something was published and nothing else. */
export const isDateAlone = ({ text }: TextBlock): boolean => text.length <= 60 && DATE_ALONE.test(text);

/** Leaves out days and hours that stand alone, and above the text all lines that hold one: they date the page. */
export const dropDatelines = (blocks: readonly TextBlock[]): TextBlock[] => {
  const body = Math.max(0, blocks.findIndex(isProse));
  return blocks.filter(
    (block, index) => !isDateAlone(block) && (index >= body || block.text.length > 60 || !DATED.test(block.text)),
  );
};

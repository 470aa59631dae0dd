import { redactText } from '../redact/redact-text.js';
import type { Step } from './draft.js';

/** Step: redacts text and title, before anything else sees them. */
export const redact: Step = (draft) => {
  const { title, ...rest } = draft;
  return { ...rest, text: redactText(draft.text), ...(title === undefined ? {} : { title: redactText(title) }) };
};

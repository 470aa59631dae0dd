import { createReadStream } from 'node:fs';
import { readRows } from '@marsad/collector/rows';
import { InputError, SIGNALS, type Signal } from '@marsad/records';
import type { NewLabel } from '@marsad/store';

/** A row that cannot be taken, with the sentence that says why. */
interface RefusedLabel {
  line: number;
  message: string;
}

export interface LabelsRead {
  labels: (NewLabel & { line: number })[];
  refused: RefusedLabel[];
  /** rows in which nothing was filled in */
  open: number;
}

/** What a coder writes when a post carries no signal. */
const NONE = ['none', '0', '-'];

const codesOf = (text: string): { signals: Signal[]; unknown: string[] } => {
  const words = text
    .toLowerCase()
    .split(/[\s,;|+]+/)
    .filter((word) => word !== '' && word !== "'-");
  if (words.every((word) => NONE.includes(word))) return { signals: [], unknown: [] };
  const signals: Signal[] = [];
  const unknown: string[] = [];
  for (const word of words) {
    const signal = SIGNALS.find((code) => code === word);
    if (signal) signals.push(signal);
    else unknown.push(word);
  }
  return { signals, unknown };
};

/**
 * The labels in a sample file that a coder filled in: column `signals` holds `none` or codes with spaces between. What cannot
 * be taken is told row by row: a code that there is not, a post that comes twice, a row without id or sample.
 * @throws InputError when the file cannot be read or lacks a column
 */
export const readLabels = async (path: string, coder: string): Promise<LabelsRead> => {
  const labels: (NewLabel & { line: number })[] = [];
  const refused: RefusedLabel[] = [];
  let open = 0;
  const seen = new Map<string, number>();
  const stream = createReadStream(path);
  // The reader of imported tables serves here too: what is to be filled in stands for the text, the sample for the thread.
  const map = { text: 'signals', id: 'id', thread: 'sample' };
  try {
    for await (const row of readRows(stream, { name: path, map })) {
      if ('reason' in row) {
        if (row.reason === 'no-text') open += 1;
        else refused.push({ line: row.line, message: row.problem });
        continue;
      }
      const { line, id, thread, text } = row;
      if (id === undefined || thread === undefined) {
        refused.push({ line, message: `expected an id and a sample, got ${id === undefined ? 'no id' : 'no sample'}` });
        continue;
      }
      const before = seen.get(id);
      if (before !== undefined) {
        refused.push({ line, message: `post ${id} has been labelled in line ${before} already` });
        continue;
      }
      seen.set(id, line);
      const { signals, unknown } = codesOf(text);
      if (unknown.length > 0 && unknown.every((word) => NONE.includes(word))) {
        refused.push({ line, message: `post ${id}: expected none or codes, got both: "${text.trim()}"` });
        continue;
      }
      if (unknown.length > 0) {
        const told = unknown.map((code) => `"${code}"`).join(', ');
        refused.push({ line, message: `post ${id}: expected none or codes out of ${SIGNALS.join(', ')}, got ${told}` });
        continue;
      }
      labels.push({ line, postId: id, sampleId: thread, coder, signals });
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError('file-missing', `expected a sample file at ${path}, but it cannot be read`, { cause: error });
  }
  return { labels, refused, open };
};

// The whole command: start, read a file, judge with full verdicts and evidence, write a file.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { classifyFile } from '../../classify-file.mjs';
import { shortPosts } from '../../corpora/short-posts.mjs';

export const name = 'marsad classify, file to file, 2 threads';
export const unit = 'posts';

/** So many that starting, one or two seconds of every run, does not decide. */
const COUNT = 200_000;

const folder = mkdtempSync(join(tmpdir(), 'marsad-bench-'));
const input = join(folder, 'posts.jsonl');

export const prepare = () => {
  const lines = shortPosts(COUNT).map((text, at) => JSON.stringify({ id: String(at), text }));
  writeFileSync(input, `${lines.join('\n')}\n`);
};

export const run = async () => {
  await classifyFile(input, join(folder, 'verdicts.jsonl'));
  return COUNT;
};

export const close = () => rmSync(folder, { recursive: true });

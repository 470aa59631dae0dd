// node bench/classify-memory.mjs: the most memory that `marsad classify` takes for 10,000 and for 1,000,000 posts.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { classifyFile } from './classify-file.mjs';
import { shortPosts } from './corpora/short-posts.mjs';

const [input, output] = process.argv.slice(2);

/** @param {string} folder @param {readonly string[]} posts @param {number} count */
const megabytesFor = (folder, posts, count) => {
  const path = join(folder, 'posts.jsonl');
  const file = openSync(path, 'w');
  for (let at = 0; at < count; at += 1) {
    writeSync(file, `${JSON.stringify({ id: String(at), text: posts[at % posts.length] })}\n`);
  }
  closeSync(file);
  const self = fileURLToPath(import.meta.url);
  const child = spawnSync(process.execPath, [self, path, join(folder, `${count}.jsonl`)], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(child.stderr);
  return Number(child.stdout);
};

if (input && output) {
  await classifyFile(input, output);
  process.stdout.write(String(Math.round(process.resourceUsage().maxRSS / 1024)));
} else {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-bench-'));
  try {
    const posts = shortPosts(100_000);
    const few = megabytesFor(folder, posts, 10_000);
    const many = megabytesFor(folder, posts, 1_000_000);
    const more = (100 * (many / few - 1)).toFixed(1);
    process.stdout.write(`10,000 posts ${few} MB, 1,000,000 posts ${many} MB: ${more} % more\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

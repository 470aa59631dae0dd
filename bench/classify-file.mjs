import { existsSync } from 'node:fs';
import { ours } from './peer.mjs';

/** The model that ships, or the folder that MARSAD_BENCH_MODEL names; the lexicon engine where there is neither. */
const engineFlags = () => {
  const folder = process.env.MARSAD_BENCH_MODEL;
  if (folder) return ['--engine', 'linear', '--model', folder];
  const shipped = existsSync(new URL('../packages/classifier/models/marsad-open/', import.meta.url));
  return shipped ? ['--engine', 'linear'] : ['--engine', 'lexicon'];
};

/**
 * Runs `marsad classify` in this process, on two worker threads.
 * @param {string} input
 * @param {string} output
 */
export const classifyFile = async (input, output) => {
  const { main } = await ours('cli');
  const write = process.stdout.write;
  // The command's report would stand between the bench's own lines.
  process.stdout.write = () => true;
  try {
    const code = await main(['classify', input, '-o', output, '--threads', '2', '--quiet', ...engineFlags()]);
    if (code !== 0) throw new Error(`marsad classify: expected exit code 0, got ${code}`);
  } finally {
    process.stdout.write = write;
  }
};

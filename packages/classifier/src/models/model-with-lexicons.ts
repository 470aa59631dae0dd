import type { ModelName } from '@marsad/records';
import { fingerprintOf } from '../fingerprint.js';

/**
 * The name of a model that reads lexicons of the user: they are part of its version, so that its verdicts are not taken
 * for those of another, and a city's posts are judged again when a lexicon changes.
 */
export const modelWithLexicons = ({ name, version }: ModelName, lexicons: readonly string[]): ModelName => ({
  name,
  version: lexicons.length === 0 ? version : `${version}+lexicons.${fingerprintOf([], lexicons).slice(0, 8)}`,
});

import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { InputError } from '@marsad/records';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { type CityConfig, citySpec } from './city-spec.js';
import { describeIssue, fieldPath } from './describe-issue.js';

export interface LoadedCity {
  config: CityConfig;
  /** absolute path of city.yaml */
  file: string;
  /** absolute path of the folder it lies in; all paths in it are relative to this */
  folder: string;
}

/**
 * Parses the text of a city.yaml.
 * @throws InputError naming file, line and field, what was expected and what came
 */
export const parseCity = (text: string, file: string): CityConfig => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const broken = document.errors[0];
  if (broken) {
    const where = lines.linePos(broken.pos[0]);
    throw new InputError(
      'config-not-yaml',
      `${file}:${where.line}: expected YAML, got ${broken.message.split('\n')[0]}`,
      {
        remedy: 'Compare with fixtures/al-manar/city.yaml or docs/configuration.md.',
      },
    );
  }
  let written: unknown;
  try {
    written = document.toJS();
  } catch (cause) {
    // An alias without its anchor, or aliases that unfold without end.
    throw new InputError('config-not-yaml', `${file}: expected YAML, got ${(cause as Error).message}`, { cause });
  }
  const parsed = citySpec.safeParse(written);
  if (parsed.success) return parsed.data;
  const sentences = parsed.error.issues.map((issue) => {
    const path = issue.path.filter((key) => typeof key !== 'symbol');
    let line = 1;
    // The deepest written node of the path tells the line: a missing key is shown where its parent begins.
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) {
        line = lines.linePos(node.range[0]).line;
        break;
      }
    }
    return `${file}:${line}: ${fieldPath(path) || 'top level'}: ${describeIssue(issue, written)}`;
  });
  throw new InputError('config-invalid', sentences.join('\n'), {
    remedy: 'docs/configuration.md lists every field.',
  });
};

/**
 * Reads a city.yaml.
 * @throws InputError when it cannot be read or is not as the schema asks
 */
export const loadCity = async (path: string): Promise<LoadedCity> => {
  const file = resolve(path);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new InputError('config-missing', `expected a city configuration at ${path}, but it cannot be read`, {
      cause,
      remedy: 'Make one with `marsad init DIR`, or give its path with -c.',
    });
  }
  return { config: parseCity(text, path), file, folder: dirname(file) };
};

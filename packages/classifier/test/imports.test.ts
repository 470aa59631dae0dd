import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const dist = new URL('../dist/index.js', import.meta.url).href;

/** Imports the built package in a fresh process, judges a post, and lists the modules of require's cache. */
const script = `
  const { openClassifier, detectLanguage } = await import(${JSON.stringify(dist)});
  const { createRequire } = await import('node:module');
  const classifier = await openClassifier();
  await classifier.classify([{ id: 'a', text: 'Les étrangers volent nos emplois, they condemned it' }]);
  detectLanguage('bonjour');
  await classifier.close();
  process.stdout.write(JSON.stringify(Object.keys(createRequire(import.meta.url).cache)));
`;

describe('importing the classifier', () => {
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    encoding: 'utf8',
  });
  const loaded: string[] = JSON.parse(output);

  it('prints nothing', () => {
    expect(output.startsWith('[')).toBe(true);
  });

  it('uses the stemmers of natural by their own files', () => {
    expect(loaded.some((path) => path.endsWith('/stemmers/porter_stemmer_fr.js'))).toBe(true);
    expect(loaded.some((path) => path.endsWith('/stemmers/porter_stemmer.js'))).toBe(true);
  });

  it.each(['dotenv', 'pg', 'mongoose', 'redis', 'memjs'])('does not load %s, as the root of natural would', (name) => {
    expect(loaded.filter((path) => path.includes(`/node_modules/${name}/`))).toEqual([]);
  });

  it('does not load the root of natural', () => {
    expect(loaded.filter((path) => path.endsWith('/natural/lib/natural/index.js'))).toEqual([]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const PACKAGES = fileURLToPath(new URL('../packages/', import.meta.url));

/** Which packages of ours each may import: the arrows of docs/life-of-a-post.md. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  records: [],
  store: ['records'],
  collector: ['records'],
  classifier: ['records'],
  observatory: ['records'],
  hub: ['records', 'observatory/snapshot'],
  'map-ui': ['records/snapshot', 'records/region', 'records/without-checks'],
  // map-ui is named in the manifest because its build is served; its source is never imported.
  cli: ['records', 'store', 'collector', 'collector/rows', 'classifier', 'observatory', 'observatory/snapshot', 'hub'],
};
const MANIFEST_ONLY: Readonly<Record<string, readonly string[]>> = { cli: ['map-ui'] };

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*|import\.meta\.resolve\(\s*)['"]([^'"]+)['"]/g;

const sourceFiles = (name: string): string[] =>
  readdirSync(join(PACKAGES, name, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(PACKAGES, name, 'src', file));

interface Import {
  file: string;
  target: string;
}

const importsOf = (name: string): Import[] =>
  sourceFiles(name).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, target]) => ({
      file: file.slice(PACKAGES.length),
      target: target ?? '',
    })),
  );

/** Imports of `name` that go against the direction, as `file → target`. */
const wrongImports = (name: string, imports: readonly Import[]): string[] => {
  const allowed = new Set((MAY_IMPORT[name] ?? []).map((other) => `@marsad/${other}`));
  return imports
    .filter(({ target }) => {
      if (target === '@marsad/map-ui/package.json') return name !== 'cli';
      if (target.startsWith('@marsad/')) return !allowed.has(target);
      // A relative path must not climb out of the package's src into another package.
      return target.startsWith('.') && /(^|\/)packages\//.test(target);
    })
    .map(({ file, target }) => `${file} → ${target}`);
};

describe('the direction of imports', () => {
  it('covers every package of the workspace', () => {
    expect(readdirSync(PACKAGES).sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });

  it.each(Object.keys(MAY_IMPORT))('%s imports only what architecture allows', (name) => {
    const imports = importsOf(name);
    expect(imports.length).toBeGreaterThan(0);
    expect(wrongImports(name, imports)).toEqual([]);
  });

  it.each(Object.keys(MAY_IMPORT))('the manifest of %s names only packages it may import', (name) => {
    const manifest = JSON.parse(readFileSync(join(PACKAGES, name, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const allowed = new Set(
      [...(MAY_IMPORT[name] ?? []), ...(MANIFEST_ONLY[name] ?? [])].map((other) => `@marsad/${other.split('/')[0]}`),
    );
    const named = Object.keys(manifest.dependencies).filter((dependency) => dependency.startsWith('@marsad/'));
    expect(named.filter((dependency) => !allowed.has(dependency))).toEqual([]);
  });

  it('finds an import that goes against the arrows', () => {
    expect(wrongImports('collector', [{ file: 'collector/src/x.ts', target: '@marsad/store' }])).toHaveLength(1);
    expect(wrongImports('map-ui', [{ file: 'map-ui/src/x.ts', target: '@marsad/records' }])).toHaveLength(1);
    expect(wrongImports('store', [{ file: 'store/src/x.ts', target: '@marsad/records' }])).toEqual([]);
  });

  it('lets only the command line print, read the environment or exit', () => {
    const outside = Object.keys(MAY_IMPORT).filter((name) => name !== 'cli');
    const loud = outside.flatMap((name) =>
      sourceFiles(name)
        .filter((file) => /\bconsole\.|process\.(env|exit|stdout|stderr|argv)\b/.test(readFileSync(file, 'utf8')))
        .map((file) => file.slice(PACKAGES.length)),
    );
    expect(loud).toEqual([]);
  });
});

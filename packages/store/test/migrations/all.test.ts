import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MIGRATIONS } from '../../src/migrations/all.js';

const folder = new URL('../../src/migrations/', import.meta.url);
const files = readdirSync(folder)
  .filter((file) => file !== 'all.ts')
  .sort();

it('the list holds every file of the folder, numbered from 1 without gaps', () => {
  expect(MIGRATIONS.map(({ name }) => `${name}.ts`)).toEqual(files);
  expect(MIGRATIONS.map(({ version }) => version)).toEqual(files.map((_, index) => index + 1));
  expect(files.map((file) => Number(file.slice(0, 4)))).toEqual(files.map((_, index) => index + 1));
});

it('migrations import nothing of ours, so that later changes cannot reach them', () => {
  for (const file of files) {
    const imports = [...readFileSync(new URL(file, folder), 'utf8').matchAll(/from '([^']+)'/g)].map(
      ([, name]) => name,
    );
    expect(imports, file).toEqual(['kysely']);
  }
});

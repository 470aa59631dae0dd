import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MARSAD_VERSION } from '../src/version.js';

it('the version is that of the package', () => {
  const packaged: { version: string } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  expect(MARSAD_VERSION).toBe(packaged.version);
});

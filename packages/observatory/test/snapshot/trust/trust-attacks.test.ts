import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judgePackage } from '../../../src/snapshot/trust/judge-package.js';
import { REFUSAL_CODES } from '../../../src/snapshot/trust/refusal.js';
import { FORMS } from './attacks/forms.js';
import { KEYS_AND_SIGNATURES } from './attacks/keys-and-signatures.js';
import { MIXED_FILES } from './attacks/mixed-files.js';
import { NOTICES } from './attacks/notices.js';
import { OTHER_CITIES_AND_HUBS } from './attacks/other-cities-and-hubs.js';
import { TIERS_AND_HOPS } from './attacks/tiers-and-hops.js';
import { VERSIONS_AND_TIME } from './attacks/versions-and-time.js';
import { invited, NOW } from './signed-city.js';

/** All kinds of attack. */
const ATTACKS = [
  ...VERSIONS_AND_TIME,
  ...OTHER_CITIES_AND_HUBS,
  ...KEYS_AND_SIGNATURES,
  ...MIXED_FILES,
  ...TIERS_AND_HOPS,
  ...NOTICES,
  ...FORMS,
];

describe('a package that lies about where it comes from', () => {
  it.each(ATTACKS)('%s is refused as %s', (_name, code, attack) => {
    const { files, now = NOW, ...others } = attack();
    const remembered = 'remembered' in others ? others.remembered : invited();
    const judged = judgePackage(files, remembered, now);
    expect(judged.taken).toBe(false);
    expect(judged.refusals.map((refusal) => refusal.code)).toContain(code);
    for (const { message, remedy } of judged.refusals) {
      expect(message).toMatch(/expected|has withdrawn|does not|is missing|was changed/);
      expect(remedy.length).toBeGreaterThan(20);
    }
    expect(judged.nextRemembered?.newest ?? null).toEqual(remembered?.newest ?? null);
  });

  it('is tried in more than forty ways, one for every code at least that is not about what the files say', () => {
    expect(ATTACKS.length).toBeGreaterThan(40);
    const tried = new Set(ATTACKS.map(([, code]) => code));
    expect(REFUSAL_CODES.filter((code) => !tried.has(code))).toEqual(['not-whole', 'content']);
  });

  it('finds every code in docs/trust.md', () => {
    const page = readFileSync(new URL('../../../../../docs/trust.md', import.meta.url), 'utf8');
    const told = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code);
    expect(told.sort()).toEqual([...REFUSAL_CODES].sort());
  });
});

import { describe, expect, it } from 'vitest';
import { evaluateProtection, recoveredCells } from '../../../src/protect/attack/evaluate-protection.js';
import { protectionMarkdown } from '../../../src/protect/attack/protection-markdown.js';

const SETTING = { cities: 8, snapshots: 12, seed: 1 };

describe('the attacker', () => {
  it('recovers no cell under the threshold, while most posts of neighbourhoods are shown', async () => {
    const report = await evaluateProtection(SETTING);
    expect(report.attacks.margins.examples).toEqual([]);
    expect(report.attacks.levels.examples).toEqual([]);
    expect(report.attacks.differences.examples).toEqual([]);
    expect(report.attacks.languages.examples).toEqual([]);
    expect(report.attacks.estimates.examples).toEqual([]);
    expect(report.attacks.numerators.examples).toEqual([]);
    expect(report.attacks.numerators.attacked).toBeGreaterThan(1000);
    expect(report.attacks.parts.examples).toEqual([]);
    expect(report.attacks.parts.attacked).toBeGreaterThan(20);
    expect(report.attacks.surges.examples).toEqual([]);
    expect(report.attacks.surges.attacked).toBeGreaterThan(20);
    expect(report.attacks.estimates.attacked).toBeGreaterThan(50);
    expect(recoveredCells(report)).toBe(0);
    expect(report.attacks.margins.attacked).toBeGreaterThan(1000);
    expect(report.attacks.languages.attacked).toBeGreaterThan(1000);
    expect(report.postsShown).toBeGreaterThan(0.8);
    expect(report.districtPostsShown).toBeGreaterThan(0.05);
    expect(protectionMarkdown(report)).toContain('**0 recovered**');
  }, 300_000);

  it('recovers cells from the margins when nothing is kept back beside the figures of the city', async () => {
    const report = await evaluateProtection({ ...SETTING, cities: 1, seed: 3, without: { remainder: true } });
    expect(report.attacks.margins.recovered).toBeGreaterThan(0);
    expect(protectionMarkdown(report)).toContain(report.attacks.margins.examples[0]);
  }, 180_000);

  it('recovers cells from districts that only pass the gate by themselves, by subtraction and from the margins', async () => {
    const { attacks } = await evaluateProtection({ ...SETTING, cities: 3, without: { levels: true } });
    expect(attacks.levels.recovered).toBeGreaterThan(0);
    expect(attacks.margins.recovered).toBeGreaterThan(0);
    expect(attacks.numerators.recovered).toBeGreaterThan(0);
  }, 180_000);

  it('recovers languages and rungs that are asked for nothing but to pass the gate by themselves', async () => {
    const { attacks } = await evaluateProtection({ ...SETTING, cities: 1, without: { rest: true } });
    expect(attacks.languages.recovered).toBeGreaterThan(0);
  }, 60_000);

  it('recovers flagged posts of a part of a block from all margins where blocks close wherever they pass the gate', async () => {
    const { attacks } = await evaluateProtection({ ...SETTING, cities: 12, without: { parts: true } });
    expect(attacks.parts.recovered).toBeGreaterThan(0);
  }, 300_000);

  it('recovers cells by subtracting snapshots when nobody remembers what was published', async () => {
    const report = await evaluateProtection({ ...SETTING, cities: 2, without: { memory: true } });
    expect(report.attacks.differences.recovered).toBeGreaterThan(0);
    expect(report.attacks.numerators.recovered).toBeGreaterThan(0);
  }, 180_000);
});

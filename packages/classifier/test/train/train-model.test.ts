import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLinearEngine } from '../../src/models/linear-engine.js';
import { recipe } from '../../src/train/recipe.js';
import { recipeNames, shippedRecipe } from '../../src/train/shipped.js';
import { trainModel } from '../../src/train/train-model.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-train-'));
  const rows = Array.from({ length: 60 }, (_, at) => ({
    text:
      at % 2 === 0
        ? `word${at} they are all vermin and should be burnt`
        : `word${at} what a lovely morning at the market`,
    hate: at % 2 === 0 ? 1 : 0,
    offensive: null,
  }));
  writeFileSync(join(folder, 'set.jsonl'), rows.map((row) => JSON.stringify(row)).join('\n'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const small = recipe.parse({
  model: { name: 'small', version: '0.0.1' },
  seed: 1,
  epochs: 3,
  learningRate: 0.1,
  rules: { und: 0.4 },
  functional: [{ language: 'eng', texts: 1500, weight: 1 }],
  prose: [],
  sets: [{ file: 'set.jsonl', licence: 'none', most: 50, weight: 1 }],
});

const bytesOf = (out: string): string =>
  createHash('sha256')
    .update(readFileSync(join(out, 'model.json')))
    .update(readFileSync(join(out, 'weights.bin.gz')))
    .digest('hex');

describe('trainModel', () => {
  it('gives the same bytes for the same recipe, and a model that tells hate from its twin', () => {
    const [one, two] = [join(folder, 'one'), join(folder, 'two')];
    const steps: string[] = [];
    const header = trainModel({ recipe: small, data: folder, out: one, onStep: (step) => steps.push(step) });
    trainModel({ recipe: small, data: folder, out: two });
    expect(bytesOf(two)).toBe(bytesOf(one));
    expect(steps.length).toBeGreaterThan(3);
    expect(header.heldOut['functional eng']?.hate?.auc).toBeGreaterThan(0.85);
    expect(Object.keys(header.languages)).toEqual(['eng', 'und']);
    const engine = openLinearEngine(one);
    const hateOf = (text: string): number => {
      const verdict = engine.judge({ id: 'x', text });
      return 'error' in verdict ? Number.NaN : verdict.probabilities.hate;
    };
    expect(hateOf('Immigrants are a disease and should all be wiped out')).toBeGreaterThan(
      hateOf('Immigrants opened a bakery on our street and the bread is great') + 0.3,
    );
  }, 120_000);

  it('has a recipe for each model that ships; the open one learns from openly licensed texts alone', () => {
    expect(recipeNames()).toEqual(['open', 'research']);
    for (const { licence } of shippedRecipe('open').sets) expect(['MIT', 'CC BY 4.0']).toContain(licence);
  });
});

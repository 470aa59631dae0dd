import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { InputError } from '@marsad/records';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HEADS } from '../../src/linear/heads.js';
import { readModel, writeModel } from '../../src/linear/model-folder.js';
import { openLinearEngine } from '../../src/models/linear-engine.js';
import { noWeights, someHeader } from './some-model.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-model-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const refusal = (): InputError => {
  try {
    readModel(folder);
  } catch (error) {
    if (error instanceof InputError) return error;
  }
  throw new Error('expected an InputError');
};

describe('a model folder', () => {
  it('gives back what was written', () => {
    const weights = noWeights();
    weights[12_345] = -7;
    const header = writeModel(folder, someHeader, weights);
    const read = readModel(folder);
    expect(read.header).toEqual(header);
    expect(Buffer.compare(Buffer.from(read.weights), Buffer.from(weights))).toBe(0);
  });

  it('of another format version is refused with what to do', () => {
    writeModel(folder, someHeader, noWeights());
    const path = join(folder, 'model.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('marsad-linear/1', 'marsad-linear/9'));
    expect(refusal().code).toBe('bad-model');
    expect(refusal().message).toContain('marsad-linear/1');
    expect(refusal().remedy).toContain('marsad train');
  });

  it('with damaged, cut or missing weights is refused', () => {
    const path = join(folder, 'weights.bin.gz');
    const other = noWeights();
    writeModel(folder, someHeader, other);
    other[0] = 1;
    writeFileSync(path, gzipSync(other));
    expect(refusal().message).toContain('SHA-256');
    writeFileSync(path, readFileSync(path).subarray(0, 200));
    expect(refusal().code).toBe('bad-model');
    rmSync(path);
    expect(refusal().code).toBe('bad-model');
  });

  it('trained on nothing judges every text at a half, less what it may be hateful, and gives evidence for what it finds', () => {
    // A stance that is surely not told, so that the balanced thresholds hold.
    const biases = HEADS.map((head) => (head.startsWith('stance:') ? -9 : 0));
    writeModel(folder, { ...someHeader, biases }, noWeights());
    const verdict = openLinearEngine(folder).judge({ id: 'a', text: 'The bus was late again' });
    if ('error' in verdict) throw new Error('expected a verdict');
    expect(verdict.probabilities).toEqual({
      hate: 0.5,
      extremism: 0.5,
      polarisation: 0.5,
      offensive: 0.25,
      bridging: 0.25,
    });
    expect(verdict.signals.map(({ code }) => code)).toEqual(['hate', 'extremism', 'polarisation']);
    for (const { code } of verdict.signals) {
      expect(verdict.evidence.some(({ signal, kind }) => signal === code && kind === 'weight')).toBe(true);
    }
  });
});

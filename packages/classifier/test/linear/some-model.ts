import { BUCKETS } from '../../src/features/hash.js';
import { HEADS } from '../../src/linear/heads.js';
import type { LanguageSettings, LinearModelHeader } from '../../src/linear/linear-model.js';

const all = <T>(value: T) => ({
  hate: value,
  extremism: value,
  polarisation: value,
  offensive: value,
  bridging: value,
});

/** Settings that leave scores as they are and ask for a half. */
const plainSettings: LanguageSettings = {
  measuredOn: 0,
  curves: all({ slope: 1, offset: 0 }),
  hateOfNobody: { slope: 1, offset: 0 },
  thresholds: { balanced: all(0.5), precise: all(0.9) },
};

/** The header of a model that was trained on nothing. */
export const someHeader: Omit<LinearModelHeader, 'weights'> = {
  format: 'marsad-linear/1',
  model: { name: 'some-model', version: '0.0.1' },
  buckets: BUCKETS,
  heads: [...HEADS],
  scales: HEADS.map(() => 0.01),
  biases: HEADS.map(() => 0),
  rules: {},
  heldOut: {},
  languages: { und: plainSettings },
};

/** Weights that are all nought. */
export const noWeights = (): Int8Array => new Int8Array(BUCKETS * HEADS.length);

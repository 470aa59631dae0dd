import {
  EVIDENCE_KINDS,
  FORMS,
  FUNCTIONS,
  HALLMARKS,
  IDEOLOGIES,
  SIGNALS,
  STANCES,
  TARGETS,
  type Verdict,
} from '@marsad/records';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { writeVerdict } from '../../src/classify/write-verdict.js';

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('"', '\\', '\n', '\u2028', '\ud800', 'يا'));
const probability = fc.oneof(
  fc.integer({ min: 0, max: 10_000 }).map((step) => step / 10_000),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const place = fc.nat();
const optional = { requiredKeys: [] };

const signal = fc
  .tuple(
    fc.record({
      code: fc.constantFrom(...SIGNALS),
      probability,
      targets: fc.subarray([...TARGETS]),
    }),
    fc.record(
      {
        severity: fc.integer({ min: 1, max: 5 }),
        form: fc.constantFrom(...FORMS),
        ideology: fc.constantFrom(...IDEOLOGIES),
        function: fc.constantFrom(...FUNCTIONS),
      },
      optional,
    ),
  )
  .map(([always, sometimes]) => ({ ...always, ...sometimes }));

const evidence = fc
  .tuple(
    fc.record({ start: place, end: place, kind: fc.constantFrom(...EVIDENCE_KINDS), note: text }),
    fc.record({ signal: fc.constantFrom(...SIGNALS), hallmarks: fc.subarray([...HALLMARKS]) }, optional),
  )
  .map(([always, sometimes]) => ({ ...always, ...sometimes }));

const measured = fc.record({
  id: text,
  language: fc.record({
    code: fc.constantFrom('ara', 'und'),
    script: fc.constantFrom('Arab', 'Latn'),
    confidence: probability,
  }),
  probabilities: fc.record({
    hate: probability,
    extremism: probability,
    polarisation: probability,
    offensive: probability,
    bridging: probability,
  }),
  signals: fc.array(signal, { maxLength: 3 }),
  stance: fc.constantFrom(...STANCES),
  evidence: fc.array(evidence, { maxLength: 3 }),
  model: fc.record({ name: text, version: text }),
});
const anyVerdict: fc.Arbitrary<Verdict> = fc.oneof(
  measured,
  measured.map((verdict) => ({ ...verdict, unmeasured: true as const })),
);

it('a verdict is written as JSON.stringify writes it', () => {
  fc.assert(
    fc.property(anyVerdict, (verdict) => {
      expect(writeVerdict(verdict)).toBe(JSON.stringify(verdict));
    }),
    { numRuns: 500 },
  );
});

it('an error is written as JSON.stringify writes it', () => {
  const error = { id: '"', error: { code: 'empty-text', message: 'expected at least one letter, got none' } };
  expect(writeVerdict(error)).toBe(JSON.stringify(error));
});

import type { SignalEstimate } from '@marsad/records';
import type { SnapshotParts } from '../../src/snapshot/build-snapshot.js';
import { parts } from './parts.js';

const estimate = (rate: number, low: number, high: number): SignalEstimate => ({
  rate,
  low,
  high,
  method: 'labels',
  labels: 400,
  tooFewLabels: false,
  versusCity: 'cannot-tell',
});

/** A small snapshot with all that a snapshot can hold, in three tiers. */
export const fullParts = (): SnapshotParts => {
  const given = parts();
  const city = { hate: estimate(0.11, 0.07, 0.16) };
  const a = { hate: { ...estimate(0.3, 0.1, 0.55), shrunk: 0.2, shrunkLow: 0.1, shrunkHigh: 0.35 } };
  const blocks = given.blocks.map((block) => {
    if (block.status !== 'shown') return block;
    if (block.area !== null) {
      const { flagged } = block.figures;
      const flaggedBy = { posts: 12, languages: { ara: flagged }, rungs: { mention: flagged } };
      return { ...block, figures: { ...block.figures, estimates: a, flaggedBy } };
    }
    const flagged = { ...block.figures.flagged, hate: 15 };
    const ara = { ...flagged, hate: 11 };
    const fra = { ...flagged, hate: 4, polarisation: 0, offensive: 0, bridging: 0 };
    const whole = { posts: 140, authors: 60, languages: { fra: 55, ara: 85 }, flagged, severities: { '2': 15 } };
    const flaggedBy = { posts: 140, languages: { ara, fra }, rungs: {} };
    return { ...block, figures: { ...block.figures, ...whole, estimates: city, flaggedBy } };
  });
  return {
    ...given,
    blocks,
    findings: {
      overall: [
        { area: null, posts: 140, estimates: city },
        { area: 'a', posts: 12, estimates: a },
      ],
      clusters: {
        hate: {
          permutations: 999,
          seed: 1,
          areas: [
            {
              area: 'a',
              moran: { i: 0.1, p: 0.4, quadrant: 'high-low' },
              hotSpot: { z: -0.5, p: 0.6 },
              found: null,
            },
          ],
        },
      },
      panel: { sources: 1, of: 2, blocks: [{ weeks: ['2026-W14', '2026-W16'], shares: { hate: 0.1 } }] },
      changes: [{ area: null, signal: 'hate', series: 'raw', weeks: ['2026-W15'] }],
    },
    profile: {
      names: { en: 'Test city', ar: 'مدينة' },
      languages: ['ara', 'fra'],
      region: 'middle-east-and-north-africa',
      population: 100_000,
      contact: {
        office: { en: 'Office for social cohesion' },
        email: 'cohesion@city.example',
        url: 'https://city.example/cohesion',
      },
      resources: [],
      licence: { name: 'CC-BY-4.0' },
    },
    modelCard: '# marsad-lexicon 1.0.0\n',
    context: {
      incidents: [
        {
          id: 'festival',
          kind: 'solidarity',
          week: '2026-W15',
          area: 'a',
          titles: { en: 'A festival of neighbours' },
          source: { name: 'City newspaper' },
          share: 'public',
          reshare: true,
        },
      ],
      interventions: [],
      notes: [
        {
          id: 'square',
          weeks: ['2026-W15', '2026-W15'],
          area: 'a',
          language: 'eng',
          text: 'People spoke about prices.',
          share: 'restricted',
        },
      ],
      narratives: [],
    },
    reviewSample: {
      samples: [
        {
          id: 'sample-1',
          design: 'random',
          signal: 'hate',
          seed: 1,
          posts: ['0'.repeat(64), 'f'.repeat(64)],
          labelled: 2,
          labels: {},
        },
      ],
    },
    lexicons: new Map([['1-own.json', new TextEncoder().encode('{"entries":[]}\n')]]),
    tier: 'restricted',
  };
};

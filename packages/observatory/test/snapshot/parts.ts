import type { SnapshotParts } from '../../src/snapshot/build-snapshot.js';
import { squareCity } from '../square-city.js';

const figures = {
  posts: 12,
  copies: 10,
  authors: 6,
  sources: 3,
  flagged: { hate: 4, extremism: 0, polarisation: 1, offensive: 2, bridging: 3 },
  targets: {
    hate: { 'nationality-migration': 3, gender: 1 },
    extremism: {},
    polarisation: {},
    offensive: {},
    bridging: {},
  },
  languages: { ara: 12 },
  rungs: { mention: 12 },
  stances: {},
};

/** The city has 28 posts more, most of which name no neighbourhood. */
const cityFigures = { ...figures, posts: 40, authors: 20, languages: { fra: 15, ara: 25 }, rungs: {} };

/** A small snapshot: two areas, four blocks. */
export const parts = (): SnapshotParts => ({
  city: {
    id: 'test-city',
    names: { en: 'Test city', ar: 'مدينة' },
    languages: ['fra', 'ara'],
    districts: { port: { en: 'Port' } },
    fictional: true,
  },
  areas: squareCity(['a', 'b']),
  blocks: [
    { area: null, weeks: ['2026-W14', '2026-W16'], status: 'shown', figures: cityFigures },
    { area: 'a', weeks: ['2026-W14', '2026-W15'], status: 'shown', figures },
    { area: 'a', weeks: ['2026-W16', '2026-W16'], status: 'suppressed', reason: 'too-few-posts' },
    { area: 'b', weeks: null, status: 'suppressed', reason: 'too-few-authors' },
  ],
  model: { name: 'marsad-lexicon', version: '1.0.0' },
  rules: {},
  sources: [
    {
      id: 'news',
      name: 'أخبار',
      kind: 'website',
      events: [
        { kind: 'added', week: '2026-W14' },
        { kind: 'refused', week: '2026-W15' },
      ],
    },
    { id: 'feed', name: 'Feed', kind: 'feed', events: [{ kind: 'added', week: null }] },
  ],
  counts: {
    posts: 53,
    outcomes: { 'suppressed:too-few-posts': 2, 'outside:no-neighbourhood-named': 26, published: 25 },
    itemsLeftOut: {},
    documentsLeftOut: { robots: 1 },
  },
});

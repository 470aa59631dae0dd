import { TIERS, type Tier } from '@marsad/records';
import { describe, expect, it } from 'vitest';
import { snapshotFor, tierOfFile } from '../../src/server/snapshot-tiers.js';

const text = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const FILES = new Map([
  [
    'datapackage.json',
    text({ tier: 'restricted', resources: [{ path: 'figures.json' }, { path: 'partner/narratives.json' }] }),
  ],
  ['figures.json', text({})],
  ['manifest.json', text({})],
  ['partner/manifest.json', text({})],
  ['partner/narratives.json', text([])],
  ['restricted/manifest.json', text({})],
  ['restricted/notes.json', text([])],
]);
const listFor = (reader: Tier, tier: Tier, files = FILES) =>
  snapshotFor(reader, '/data/', { files, tier, city: 'al-manar', version: '3' });

describe('the files of a snapshot', () => {
  it('belong to the tier whose folder they lie in', () => {
    expect(['figures.json', 'data/a.csv', 'partner/a.json', 'restricted/b/c.json'].map(tierOfFile)).toEqual([
      'public',
      'public',
      'partner',
      'restricted',
    ]);
  });

  it('are listed for a reader up to their tier, and the description tells of no others', async () => {
    for (const reader of TIERS) {
      const listed = listFor(reader, 'restricted');
      const within = TIERS.slice(0, TIERS.indexOf(reader) + 1);
      expect(new Set([...listed.values()].map(({ opening }) => opening?.tier))).toEqual(new Set(within));
      const described = listed.get('/data/datapackage.json')?.bytes;
      const told = new TextDecoder().decode(described instanceof Uint8Array ? described : undefined);
      expect(told.includes('narratives')).toBe(reader !== 'public');
    }
  });

  it('are no more than lie here, whoever reads', () => {
    const open = new Map([...FILES].filter(([path]) => tierOfFile(path) === 'public'));
    expect([...listFor('restricted', 'public', open).keys()]).toEqual([...listFor('public', 'restricted').keys()]);
  });
});

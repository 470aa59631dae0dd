import { publicPart } from '../../../../src/snapshot/trust/key-pair.js';
import { cityFiles, pair, signedCity, withFiles } from '../signed-city.js';
import { type Attack, changedHop, passedOn, restricted } from './attack.js';

/** Tiers that were raised on the way, and hubs that tell another way. */
export const TIERS_AND_HOPS: readonly Attack[] = [
  [
    'a raised tier: files that the city did not sign',
    'raised-tier',
    () => {
      const { 'partner/manifest.json': manifest } = Object.fromEntries(cityFiles({ tier: 'partner' }));
      return { files: withFiles(signedCity(), { 'partner/manifest.json': manifest }) };
    },
  ],
  [
    'a raised tier: a narrow one without the wider',
    'raised-tier',
    () => ({ files: withFiles(signedCity({ files: restricted() }), { 'partner/manifest.json': undefined }) }),
  ],
  [
    'a raised tier: files that the last hub left out',
    'raised-tier',
    () => {
      const whole = signedCity({ files: restricted() });
      const hop = passedOn(whole, 'public').get('hops/1.json');
      return { files: withFiles(whole, { 'hops/1.json': hop }) };
    },
  ],
  [
    'a raised tier: a second hub that claims more than came',
    'raised-tier',
    () => {
      const whole = signedCity({ files: restricted() });
      const first = passedOn(whole, 'public');
      return {
        files: passedOn(withFiles(whole, { 'hops/1.json': first.get('hops/1.json') }), 'partner', pair(21), 'hub-b'),
      };
    },
  ],
  [
    'a hop of another snapshot',
    'mix-and-match',
    () => ({
      files: withFiles(signedCity(), {
        'hops/1.json': passedOn(signedCity({ version: 2 }), 'public').get('hops/1.json'),
      }),
    }),
  ],
  [
    'a hop left out',
    'broken-chain',
    () => ({
      files: withFiles(passedOn(passedOn(signedCity(), 'public'), 'public', pair(21), 'hub-b'), {
        'hops/1.json': undefined,
      }),
    }),
  ],
  [
    'a hop put before another',
    'broken-chain',
    () => {
      const twice = passedOn(passedOn(signedCity(), 'public'), 'public', pair(21), 'hub-b');
      return {
        files: withFiles(twice, {
          'hops/1.json': passedOn(signedCity(), 'public', pair(22), 'hub-c').get('hops/1.json'),
        }),
      };
    },
  ],
  [
    'a hop that names another key than it was signed with',
    'unknown-key',
    () => ({ files: changedHop(passedOn(signedCity(), 'public'), { key: publicPart(pair(21)) }) }),
  ],
  [
    'a hop with the id of another key',
    'key-id-not-of-key',
    () => ({
      files: changedHop(passedOn(signedCity(), 'public'), { key: { ...publicPart(pair(21)), id: pair(20).id } }),
    }),
  ],
];

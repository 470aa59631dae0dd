import { cityFiles, signedCity, text, withFiles } from '../signed-city.js';
import { type Attack, passedOn } from './attack.js';

/** Files that do not belong together. */
export const MIXED_FILES: readonly Attack[] = [
  [
    'mix-and-match: figures of another snapshot',
    'mix-and-match',
    () => ({ files: withFiles(signedCity(), { 'figures.json': text('{"blocks":[]}') }) }),
  ],
  [
    'mix-and-match: manifest and figures of another snapshot',
    'mix-and-match',
    () => ({ files: withFiles(signedCity(), Object.fromEntries(cityFiles({ rules: { minimumPosts: 11 } }))) }),
  ],
  [
    'mix-and-match: the partner tier of another snapshot',
    'mix-and-match',
    () => {
      const other = signedCity({ files: cityFiles({ tier: 'partner', rules: { minimumPosts: 11 } }) });
      return {
        files: withFiles(signedCity({ files: cityFiles({ tier: 'partner' }) }), {
          'partner/manifest.json': other.get('partner/manifest.json'),
        }),
      };
    },
  ],
  ['a file too many', 'mix-and-match', () => ({ files: withFiles(signedCity(), { 'posts.json': text('[]') }) })],
  ['a file too few', 'mix-and-match', () => ({ files: withFiles(signedCity(), { 'profile.json': undefined }) })],
  [
    'attachments that no hub signed',
    'mix-and-match',
    () => ({ files: withFiles(signedCity(), { 'attachments/contests.json': text('[]') }) }),
  ],
  [
    'attachments changed after a hub signed',
    'mix-and-match',
    () => {
      const files = passedOn(withFiles(signedCity(), { 'attachments/contests.json': text('[]') }), 'public');
      return { files: withFiles(files, { 'attachments/contests.json': text('[ ]') }) };
    },
  ],
];

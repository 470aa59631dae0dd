import { describe, expect, it } from 'vitest';
import { sayTargets } from '../../src/brief/say-targets.js';
import { translatorOf } from '../i18n/read-catalogue.js';

const targets = [
  { target: 'gender', posts: 3 },
  { target: 'nationality-migration', posts: 12 },
  { target: 'sectarian', posts: 1 },
  { target: 'disability', posts: 2 },
  { target: 'anti-roma', posts: 3 },
] as const;
const plain = (text: string): string => text.replace(/[\u2068\u2069]/g, '');

describe('whom the posts of a brief are directed at', () => {
  it('names the targets of most posts first, with how many, and that there are more', () => {
    const { say } = translatorOf('en');
    const said = plain(sayTargets(translatorOf('en'), { rate: 0.1, targets: [...targets] }));
    const named = (['nationality-migration', 'gender', 'anti-roma', 'disability'] as const).map((one) =>
      say(`target.${one}`),
    );
    expect(said).toBe(`Directed at: ${named[0]} (12), ${named[1]} (3), ${named[2]} (3), ${named[3]} (2), …`);
    expect(plain(sayTargets(translatorOf('fr'), { rate: 0.1, targets: targets.slice(0, 1) }))).toMatch(/^Visant\s:\s/u);
  });

  it('says nothing of what is hidden, or where no target is told', () => {
    expect(sayTargets(translatorOf('en'), { rate: null, targets: [...targets] })).toBe('');
    expect(sayTargets(translatorOf('ar'), { rate: 0.1, targets: [] })).toBe('');
  });
});

import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addPackage, importLibrary, inviteCity, searchResources } from '../../src/index.js';
import { foldWords } from '../../src/library/fold-words.js';
import { indexAgain } from '../../src/library/replace-resources.js';
import { NOW, signingCity, writePackage } from '../signed-city.js';
import { type TempHub, tempHub } from '../temp-hub.js';

let temp: TempHub;
beforeEach(async () => {
  temp = await tempHub();
});
afterEach(() => temp.remove());

const OWN = [
  {
    id: 'media-training',
    kind: 'training',
    titles: { ar: 'تدريب الصحفيّين على تغطية الكراهية', en: 'Training journalists', fr: 'Former les journalistes' },
    text: { en: 'Two days on prevention, with exercises.' },
    languages: ['ara', 'fra'],
    tags: ['media'],
  },
  {
    id: 'hotline',
    kind: 'contact',
    titles: { en: 'Prevention office', fr: 'Bureau de prévention' },
    languages: ['fra'],
  },
];

const found = async (...question: Parameters<typeof searchResources> extends [unknown, ...infer Rest] ? Rest : never) =>
  (await searchResources(temp.hub.db, ...question)).map(({ id, from }) => (from === null ? id : `${from}/${id}`));

const jsonLines = OWN.map((one) => JSON.stringify(one)).join('\n');

describe('the library of a hub', () => {
  it.each([
    ['a title in English', 'journalists', ['media-training']],
    ['a word only begun', 'journ', ['media-training']],
    ['French without its accents', 'prevention bureau', ['hotline']],
    ['Arabic without article and shadda', 'صحفيين', ['media-training']],
    ['Arabic with article, and joined to it', 'والكراهية', ['media-training']],
    ['ta marbuta written as ha, and no hamza', 'الكراهيه', ['media-training']],
    ['tatweel and vowel marks', 'تَدْرِيـــب', ['media-training']],
    ['a tag', 'media', ['media-training']],
    ['words in titles before words in texts', 'prevention', ['hotline', 'media-training']],
    ['two words that no resource holds together', 'hotline journalists', []],
    ['signs that mean something to the index', '"journalists" OR NEAR(*', []],
  ])('finds %s', async (_title, question, ids) => {
    await importLibrary(temp.hub, jsonLines, 'own.jsonl');
    expect(await found(question)).toEqual(ids);
  });

  it.each([
    ['a plural by its singular', 'المدرسة'],
    ['a singular by its plural', 'البرامج'],
    ['a plural that is joined to the article', 'للمدارس'],
    ['both in one question, the last word only begun', 'مدرسه برنام'],
    ['words spelt otherwise', 'مَدْرسه'],
  ])('finds %s', async (_title, question) => {
    const own = { id: 'plan', kind: 'programme', titles: { ar: 'برنامج المدارس الآمنة' } };
    await importLibrary(temp.hub, `${JSON.stringify(own)}\n${JSON.stringify(OWN[1])}`, 'own.jsonl');
    expect(await found(question)).toEqual(['plan']);
  });

  it('sets what holds the word itself before what holds its plural', async () => {
    const titled = (id: string, ar: string) => JSON.stringify({ id, kind: 'guidance', titles: { ar } });
    await importLibrary(
      temp.hub,
      [titled('a-plural', 'دليل المدارس'), titled('b-singular', 'دليل المدرسة')].join('\n'),
      'own.jsonl',
    );
    expect(await found('مدرسة')).toEqual(['b-singular', 'a-plural']);
  });

  it('of an older program is indexed anew, once', async () => {
    await importLibrary(temp.hub, JSON.stringify(OWN[1]), 'own.jsonl');
    await temp.hub.db.transaction().execute(async (trx) => {
      await trx.deleteFrom('resource_words').execute();
      await indexAgain(trx);
    });
    expect(await found('bureau')).toEqual(['hotline']);
  });

  it('is narrowed by kind and language, and lists everything for no words', async () => {
    await importLibrary(temp.hub, jsonLines, 'own.jsonl');
    expect(await found('')).toEqual(['media-training', 'hotline']);
    expect(await found('', { kind: 'contact' })).toEqual(['hotline']);
    expect(await found('prevention', { language: 'ara' })).toEqual(['media-training']);
  });

  it('holds the resources of cities, those of their newest version', async () => {
    const city = signingCity('al-manar');
    await inviteCity(temp.hub, { city: city.id, fingerprint: city.fingerprint, now: NOW });
    await addPackage(temp.hub, await writePackage(temp.folder, 'one', city.sign()), NOW);
    await addPackage(temp.hub, await writePackage(temp.folder, 'two', city.sign()), NOW);
    expect(await found('مدارس')).toEqual(['al-manar/guide']);
  });

  it('is replaced as a whole, and not at all when a line is wrong', async () => {
    await importLibrary(temp.hub, jsonLines, 'own.jsonl');
    await expect(importLibrary(temp.hub, `${JSON.stringify(OWN[0])}\n{"id":1}`, 'own.jsonl')).rejects.toThrow('line 2');
    await expect(importLibrary(temp.hub, `${jsonLines}\n${jsonLines}`, 'own.jsonl')).rejects.toThrow('twice');
    expect(await found('')).toHaveLength(2);
    await importLibrary(temp.hub, JSON.stringify(OWN[1]), 'own.jsonl');
    expect(await found('')).toEqual(['hotline']);
    expect(await found('journalists')).toEqual([]);
  });

  it('answers any question without an error', async () => {
    await importLibrary(temp.hub, jsonLines, 'own.jsonl');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), async (question) => {
        expect(await searchResources(temp.hub.db, question)).toBeInstanceOf(Array);
      }),
      { numRuns: 300 },
    );
  });
});

describe('folded words', () => {
  it('stay as they are when folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const once = foldWords(text).join(' ');
        // An article may stand behind an article, once in a word that nobody writes.
        expect(foldWords(once).join(' ').length).toBeLessThanOrEqual(once.length);
      }),
    );
  });

  it.each([
    ['والمدرسة', 'المدرسه'],
    ['للشباب', 'الشباب'],
    ['بالحوار', 'حوار'],
    ['أمّة', 'امه'],
    ['مستشفى', 'مستشفي'],
  ])('%s and %s are one word', (a, b) => {
    expect(foldWords(a)).toEqual(foldWords(b));
  });
});

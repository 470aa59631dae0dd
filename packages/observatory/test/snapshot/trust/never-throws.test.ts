import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameProblem, printableName } from '../../../src/snapshot/package/entry-name.js';
import { cityOfPackage } from '../../../src/snapshot/trust/city-of-package.js';
import { contentProblems } from '../../../src/snapshot/trust/content-problems.js';
import { judgePackage } from '../../../src/snapshot/trust/judge-package.js';
import { keyFileText, readKeyFile } from '../../../src/snapshot/trust/key-file.js';
import { isSignature } from '../../../src/snapshot/trust/key-pair.js';
import { longQuote, personalTraces } from '../../../src/snapshot/trust/personal-traces.js';
import { verifySnapshotFiles } from '../../../src/snapshot/verify-snapshot.js';
import { invited, NOW, pair, resigned, SIGNING, signedCity, text, withFiles } from './signed-city.js';

const WHOLE = signedCity();
const PATHS = [...WHOLE.keys(), 'notices/1.json', 'hops/1.json', 'attachments/contests.json', 'keys/2.json'];
/** JSON of any shape, or any bytes. */
const content = fc.oneof(
  fc.jsonValue().map((value) => text(`${JSON.stringify(value)}\n`)),
  fc.uint8Array({ maxLength: 200 }),
);
const anyChange = fc.dictionary(fc.constantFrom(...PATHS), content, { maxKeys: 5 });

describe('whatever a package holds', () => {
  it('the judge answers, and takes nothing that differs from what was signed', () => {
    fc.assert(
      fc.property(anyChange, (change) => {
        const files = withFiles(WHOLE, change);
        const same = PATHS.every((path) => files.get(path) === WHOLE.get(path));
        expect(judgePackage(files, invited(), NOW).taken).toBe(same);
        expect(verifySnapshotFiles(files).ok).toBe(same);
        cityOfPackage(files);
      }),
      { numRuns: 60 },
    );
  });

  it('the judge answers to any fields under a true signature', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('city', 'version', 'manifests', 'audience', 'issued', 'expires', 'type'),
          fc.jsonValue(),
        ),
        (change) => {
          const judged = judgePackage(resigned(WHOLE, 'signature.json', change, [SIGNING]), invited(), NOW);
          expect(judged.taken).toBe(Object.keys(change).length === 0);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('the check of contents answers', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PATHS, 'partner/narratives.json', 'model-card.md'), content, (path, bytes) => {
        expect(Array.isArray(contentProblems(new Map([[path, bytes]])))).toBe(true);
      }),
    );
    expect(contentProblems(new Map([['areas.geojson', text('{"features":[null,1,{"id":2}]}')]]))).toEqual([]);
    const quotes = text(JSON.stringify({ all: '"a"'.repeat(300_000) }));
    expect(contentProblems(new Map([['context.json', quotes]]))).toEqual([
      'context.json: all: holds 900000 signs, at most 4000',
    ]);
  });
});

describe('personalTraces', () => {
  it('is told of a number however it is grouped, in every kind of digits', () => {
    const digits = fc.constantFrom('0123456789', '٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹', '０１２３４５６７８９');
    const number = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 11 });
    const gap = fc.constantFrom('', ' ', '-', '.');
    fc.assert(
      fc.property(digits, number, gap, (of, figures, between) => {
        const written = ['2', '1', '6', ...figures.map(String)].map((digit) => of[Number(digit)]).join(between);
        expect(personalTraces(`call +${written} now`)).toContain('a telephone number');
      }),
    );
  });

  it('never fails, and tells of no quotation shorter than a hundred signs', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 90 }), (words) => {
        personalTraces(words);
        expect(longQuote(`«${words}»`)).toBeUndefined();
      }),
    );
  });
});

describe('nameProblem', () => {
  it('lets no name pass that leads out, is hidden or is not plain, and prints any name plainly', () => {
    const parts = fc.constantFrom(
      '..',
      '.',
      '',
      '/',
      '\\',
      'data',
      'keys',
      'a.csv',
      'con',
      '\u0000',
      '\u202e',
      'é',
      'C:',
      'x.json',
    );
    fc.assert(
      fc.property(
        fc.array(parts, { maxLength: 6 }).map((all) => all.join('/')),
        (name) => {
          if (nameProblem(name) === undefined) expect(name).toMatch(/^(?:[a-z]+\/){0,2}[a-z0-9]+\.(?:csv|json)$/);
          expect(printableName(name)).toMatch(/^[\x20-\x7e]*$/);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('isSignature', () => {
  it('is false, and no error, for keys and signatures of any bytes', () => {
    const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
    fc.assert(
      fc.property(bytes(32), bytes(64), bytes(10), (raw, signature, said) => {
        const key = { id: 'any', algorithm: 'ed25519' as const, public: Buffer.from(raw).toString('base64') };
        expect(isSignature(key, said, Buffer.from(signature).toString('base64'))).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a key file', () => {
  const seed = Buffer.alloc(32, 7);
  const salt = Buffer.alloc(16, 1);

  it('gives the key back, sealed or not, and tells a changed one', () => {
    expect(readKeyFile(keyFileText(seed), 'a.key').id).toBe(pair(7).id);
    const sealed = keyFileText(seed, { passphrase: 'in the drawer', salt });
    expect(sealed).not.toContain(seed.toString('base64'));
    expect(readKeyFile(sealed, 'a.key', 'in the drawer').id).toBe(pair(7).id);
    expect(() => readKeyFile(sealed, 'a.key', 'in the other')).toThrow(/expected the passphrase of this key/);
    expect(() => readKeyFile(sealed, 'a.key')).toThrow(/expected a passphrase/);
    const other = keyFileText(Buffer.alloc(32, 8));
    const mixed = JSON.stringify({ ...JSON.parse(other), id: pair(7).id });
    expect(() => readKeyFile(mixed, 'a.key')).toThrow(/was changed/);
  });

  it('is never read from anything else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (words) => {
        expect(() => readKeyFile(words, 'a.key')).toThrow(/a\.key: expected/);
      }),
    );
  });
});

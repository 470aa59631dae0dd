import { InputError } from '@marsad/records';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCity } from '../../src/config/load-city.js';

const MINIMAL = `id: test-city
names: { en: Test }
languages: [eng]
boundaries: areas.geojson
`;

const failure = (text: string): string => {
  try {
    parseCity(text, 'city.yaml');
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  throw new Error('expected an InputError');
};

describe('city.yaml', () => {
  it('needs only id, names, languages and boundaries; the gate stands at its floor', () => {
    const config = parseCity(MINIMAL, 'city.yaml');
    expect(config.sources).toEqual([]);
    expect(config.protection.minimumPosts).toBe(10);
    expect(config.fictional).toBe(false);
  });

  it('names the line and the field of an unknown key', () => {
    const message = failure(`${MINIMAL}colour: red\n`);
    expect(message).toContain('city.yaml:1: top level: unknown key "colour"');
  });

  it('names the line, the path, the expected type and what came', () => {
    expect(failure(MINIMAL.replace('[eng]', 'eng'))).toBe('city.yaml:3: languages: expected array, got "eng"');
  });

  it('says which field is missing', () => {
    expect(failure('id: x\nnames: { en: X }\nlanguages: [eng]\n')).toContain(
      'boundaries: expected string, but it is missing',
    );
  });

  it('refuses a gate below the floor', () => {
    expect(failure(`${MINIMAL}protection: { minimumPosts: 3 }\n`)).toMatch(/city\.yaml:5: protection\.minimumPosts: /);
  });

  it('names an unknown kind of source and where it stands', () => {
    const message = failure(`${MINIMAL}sources:\n  - id: a\n    kind: fax\n    name: A\n`);
    expect(message).toMatch(/city\.yaml:\d+: sources\[0\]\.kind: /);
  });

  it('refuses two sources with one id', () => {
    const feed = (id: string): string => `  - { id: ${id}, kind: feed, name: A, url: "http://a.test/rss" }\n`;
    expect(failure(`${MINIMAL}sources:\n${feed('a')}${feed('a')}`)).toContain(
      'sources[1].id: expected an id used once',
    );
  });

  it('names the line of broken YAML', () => {
    expect(failure('id: [1,\nnames: }')).toMatch(/^city\.yaml:\d+: expected YAML, got /);
  });

  it('refuses an alias without its anchor and aliases that unfold without end', () => {
    expect(failure('id: *nowhere')).toMatch(/expected YAML/);
    const layers = 'abcdefghi'.split('').map((name, index, all) => {
      const below = index === 0 ? 'x' : `*${all[index - 1]}`;
      return `${name}: &${name} [${Array(9).fill(below).join(', ')}]`;
    });
    expect(failure(layers.join('\n'))).toMatch(/expected YAML/);
  });

  it('either parses or throws an InputError, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => MINIMAL + text),
        ),
        (text) => {
          try {
            expect(parseCity(text, 'city.yaml').id).toBeTypeOf('string');
          } catch (error) {
            expect(error).toBeInstanceOf(InputError);
          }
        },
      ),
    );
  });
});

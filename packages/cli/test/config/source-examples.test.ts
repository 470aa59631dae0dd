import { readFileSync } from 'node:fs';
import { sourceSpec } from '@marsad/collector';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const text = readFileSync(new URL('../../../../docs/adding-a-source.md', import.meta.url), 'utf8');
const examples = [...text.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, yaml = '']): unknown => parse(yaml));
const sources = examples.flatMap((example) => sourceSpec.array().parse(example));
const written = examples.flat() as Readonly<Record<string, unknown>>[];

describe('docs/adding-a-source.md', () => {
  it('has examples that city.yaml may hold as they are, no two of one id', () => {
    expect(new Set(sources.map(({ id }) => id)).size).toBe(sources.length);
  });

  it.each(sourceSpec.options.map((option) => [option.shape.kind.value, Object.keys(option.shape)] as const))(
    'shows every option of a source of kind %s, under a heading of its own',
    (kind, options) => {
      const shown = written.filter((source) => source.kind === kind);
      // What fits every kind is shown once.
      const needed = options.filter((option) => kind === 'feed' || (option !== 'home' && option !== 'language'));
      expect(new Set(shown.flatMap((source) => Object.keys(source)))).toEqual(new Set(needed));
      expect(text).toContain(`\n## ${kind}\n`);
    },
  );

  it.each(sources)('says what is so anyhow where $id shows a limit', (source) => {
    const { kind, id } = source;
    const bare = Object.fromEntries(
      Object.entries(written.find((one) => one.id === id) ?? {}).filter(
        ([option]) => !/^(?:maximum\w+|gapSeconds|depth|render|comments)$/.test(option),
      ),
    );
    expect([kind, sourceSpec.parse(bare)]).toEqual([kind, source]);
  });
});

import { readFileSync } from 'node:fs';
import { sourceSpec } from '@marsad/collector';
import { describe, expect, it } from 'vitest';
import { citySpec } from '../../src/config/city-spec.js';

const text = readFileSync(new URL('../../../../docs/configuration.md', import.meta.url), 'utf8');

describe('docs/configuration.md', () => {
  it.each(Object.keys(citySpec.shape))('describes the field %s of city.yaml', (field) => {
    expect(text).toContain(`\`${field}\``);
  });

  it.each(
    sourceSpec.options.flatMap((option) =>
      Object.keys(option.shape).map((field) => [option.shape.kind.value, field] as const),
    ),
  )('describes, for a source of kind %s, the field %s', (kind, field) => {
    expect(text).toContain(`kind: ${kind}`);
    expect(text).toContain(`\`${field}\``);
  });
});

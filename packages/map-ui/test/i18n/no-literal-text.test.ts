import { readdirSync, readFileSync } from 'node:fs';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

const SOURCE = new URL('../../src/', import.meta.url);
const SPOKEN_ATTRIBUTES = ['aria-label', 'title', 'alt', 'placeholder', 'aria-valuetext', 'aria-description', 'label'];
const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'));

/** Text a reader would see or hear that stands in the source instead of in the catalogues. */
const literalText = (name: string, source: string): string[] => {
  const found: string[] = [];
  const visit = (node: unknown, inElement: boolean): void => {
    if (Array.isArray(node)) {
      for (const child of node) visit(child, inElement);
      return;
    }
    if (typeof node !== 'object' || node === null) return;
    const { type, value, name: label, expression } = node as Record<string, unknown>;
    if (type === 'JSXText' && /\p{L}/u.test(String(value))) found.push(String(value).trim());
    if (type === 'JSXAttribute') {
      const attribute = String((label as { name?: unknown } | undefined)?.name);
      const text = (value as { type?: string; value?: unknown } | null) ?? {};
      if (SPOKEN_ATTRIBUTES.includes(attribute) && text.type === 'Literal') found.push(`${attribute}=${text.value}`);
    }
    if (type === 'JSXExpressionContainer' && inElement) {
      const inner = expression as { type?: string; value?: unknown };
      if (inner.type === 'Literal' && /\p{L}/u.test(String(inner.value))) found.push(String(inner.value));
    }
    for (const [key, child] of Object.entries(node)) visit(child, key === 'children');
  };
  visit(parseSync(name, source, { lang: 'tsx' }).program, false);
  return found;
};

describe('the components', () => {
  it('are found', () => {
    expect(files.length).toBeGreaterThan(15);
  });

  it.each(files)('%s says nothing that is not in the catalogues', (name) => {
    expect(literalText(name, readFileSync(new URL(name, SOURCE), 'utf8'))).toEqual([]);
  });

  it('would be caught if they did', () => {
    expect(literalText('a.tsx', '<p title="Hello">Big <b>{"word"}</b></p>')).toEqual(['title=Hello', 'Big', 'word']);
  });
});

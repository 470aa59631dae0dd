import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const STYLES = new URL('../../src/styles/', import.meta.url);
const files = readdirSync(STYLES).filter((name) => name.endsWith('.css'));

// What would stay on one side when the page turns round for Arabic.
const PHYSICAL =
  /(?:^|[\s;{])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)|left|right|width|height|(?:min|max)-(?:width|height)|float\s*:\s*(?:left|right)|text-align\s*:\s*(?:left|right))[\w-]*\s*:/m;

describe('the stylesheets', () => {
  it('are found', () => {
    expect(files.length).toBeGreaterThan(5);
  });

  it.each(files)('%s uses logical properties only', (name) => {
    // Media queries have no logical form.
    const rules = readFileSync(new URL(name, STYLES), 'utf8').replace(/@media[^{]*/g, '');
    expect(rules.match(PHYSICAL)?.[0]?.trim() ?? null).toBeNull();
    expect(rules).not.toMatch(/(?:text-align|float|clear)\s*:\s*(?:left|right)/);
  });

  it.each(files)('%s asks nobody else for anything', (name) => {
    expect(readFileSync(new URL(name, STYLES), 'utf8')).not.toMatch(/url\(["']?(?:https?:)?\/\//);
  });
});

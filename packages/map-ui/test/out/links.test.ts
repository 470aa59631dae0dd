import { describe, expect, it } from 'vitest';
import { embedSnippet, othersCanOpen, viewLink } from '../../src/out/links.js';

describe('viewLink', () => {
  it('keeps the folder of the page, takes the query of the view, and adds what else is asked for', () => {
    const link = viewLink('https://city.example/a/b/index.html?lang=fr&brief=1#x', '?lang=ar&signal=hate', {
      embed: '1',
    });
    expect(link).toBe('https://city.example/a/b/index.html?lang=ar&signal=hate&embed=1');
  });
});

describe('othersCanOpen', () => {
  it.each([
    ['https://city.example/', true],
    ['http://10.0.0.4/', true],
    ['http://127.0.0.1:8600/', false],
    ['http://localhost/', false],
    ['http://[::1]:8600/', false],
    ['file:///media/stick/index.html', false],
  ])('of %s is %s', (url, open) => {
    expect(othersCanOpen(url)).toBe(open);
  });
});

describe('embedSnippet', () => {
  it('is one element whatever the city is called', () => {
    const snippet = embedSnippet('https://a.example/?x="y"&z=\'', '"><script>alert(1)</script>');
    expect(snippet.match(/</g)).toHaveLength(2);
    expect(snippet).toMatch(/^<iframe src="[^"<>]*" title="[^"<>]*" /);
  });
});

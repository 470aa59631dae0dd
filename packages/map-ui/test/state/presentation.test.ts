import { describe, expect, it } from 'vitest';
import { addressOf, presentationInUrl } from '../../src/state/presentation.js';

describe('presentationInUrl', () => {
  it.each([
    ['', 'page'],
    ['?lang=ar', 'page'],
    ['?embed', 'embed'],
    ['?lang=ar&embed=1', 'embed'],
    ['?brief=1&signal=hate', 'brief'],
    ['?page=1', 'page'],
  ])('reads %j as %s', (query, presentation) => {
    expect(presentationInUrl(query)).toBe(presentation);
  });
});

describe('addressOf', () => {
  const at = (search: string) => ({ search, pathname: '/site/', hash: '#figures' });

  it('hides the presentation from the view and writes it back beside it', () => {
    const written: string[] = [];
    const address = addressOf('embed', at('?embed=1&lang=fr&area=x'), (url) => written.push(url));
    expect(address.query()).toBe('?lang=fr&area=x');
    address.replaceQuery('?lang=ar');
    expect(written).toEqual(['/site/?lang=ar&embed=1#figures']);
  });

  it('adds nothing to the address of the page', () => {
    const written: string[] = [];
    addressOf('page', at(''), (url) => written.push(url)).replaceQuery('?lang=ar');
    expect(written).toEqual(['/site/?lang=ar#figures']);
  });
});

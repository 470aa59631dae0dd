import { describe, expect, it } from 'vitest';
import { findChromium } from '../src/find-chromium.js';

const find = (present: string[], named?: string, isRoot = false) =>
  findChromium({ environment: { MARSAD_CHROMIUM: named }, exists: (path) => present.includes(path), isRoot });

describe('the Chromium of the user', () => {
  it('is the first in the usual places, with its sandbox', () => {
    expect(find(['/usr/bin/google-chrome', '/usr/bin/chromium-browser'])).toEqual({
      executablePath: '/usr/bin/chromium-browser',
      args: [],
    });
  });

  it('is the one that MARSAD_CHROMIUM names and no other', () => {
    expect(find(['/usr/bin/chromium', '/opt/c'], '/opt/c')?.executablePath).toBe('/opt/c');
    expect(find(['/usr/bin/chromium'], '/opt/c')).toBeUndefined();
  });

  it('is started without its sandbox by root only', () => {
    expect(find(['/usr/bin/chromium'], undefined, true)?.args).toEqual(['--no-sandbox']);
  });

  it('may be missing', () => {
    expect(find([])).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { printable } from '../src/terminal.js';

describe('text on a terminal', () => {
  it('has its control and direction characters replaced', () => {
    expect(printable('a\u001b[31mred\u202eabc\u0007')).toBe('a\ufffd[31mred\ufffdabc\ufffd');
  });

  it('keeps Arabic, line breaks and tabs', () => {
    expect(printable('مرحبا\tبكم\n')).toBe('مرحبا\tبكم\n');
  });
});

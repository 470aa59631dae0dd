import { afterEach, describe, expect, it, vi } from 'vitest';
import { printable, processTerminal } from '../src/terminal.js';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('text on a terminal', () => {
  it('has its control and direction characters replaced', () => {
    expect(printable('a\u001b[31mred\u202eabc\u0007')).toBe('a\ufffd[31mred\ufffdabc\ufffd');
  });

  it('keeps Arabic, line breaks and tabs', () => {
    expect(printable('مرحبا\tبكم\n')).toBe('مرحبا\tبكم\n');
  });

  it('is said and warned of without what a hostile host wrote into it, in our colours alone', () => {
    const written: string[] = [];
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    const { say, warn } = processTerminal({ quiet: false, colour: true });
    const hostile = 'http://a.test/\u001b[2J\u001b]0;title\u0007\u001b[8m\u009b2K\r\u202e';
    say(hostile);
    warn(`\u001b[31mmarsad:\u001b[39m ${hostile}`);
    const harmless = 'http://a.test/\ufffd[2J\ufffd]0;title\ufffd\ufffd[8m\ufffd2K\ufffd\ufffd\n';
    expect(written).toEqual([harmless, `\u001b[31mmarsad:\u001b[39m ${harmless}`]);
  });
});

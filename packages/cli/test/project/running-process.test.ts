import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runningProcess } from '../../src/project/running-process.js';

const MODULE = fileURLToPath(new URL('../../dist/project/running-process.js', import.meta.url));
const { name, hasEnded } = runningProcess();
const parts = name.split(' ');
/** This process's name with some of its parts changed. */
const withParts = (changed: Record<number, string>): string =>
  parts.map((part, index) => changed[index] ?? part).join(' ');

describe('runningProcess', () => {
  it('has one name while it lives, and has not ended', () => {
    expect(runningProcess().name).toBe(name);
    expect(hasEnded(name)).toBe(false);
  });

  it('knows that another has ended as soon as it was killed, and not before', async () => {
    const code = `import(${JSON.stringify(MODULE)}).then((m) => { process.stdout.write(m.runningProcess().name); setInterval(() => {}, 1000); });`;
    const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [bytes] = await once(child.stdout, 'data');
    const other = String(bytes);
    expect(other).not.toBe(name);
    expect(hasEnded(other)).toBe(false);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(hasEnded(other)).toBe(true);
  });

  it('knows that a process from before the last boot has ended', () => {
    expect(hasEnded(withParts({ 1: 'another-boot' }))).toBe(true);
  });

  it.each([
    ['on another machine', { 0: 'elsewhere' }],
    ['in another container', { 2: 'pid:[1]' }],
    ['without a number', { 3: 'x' }],
  ])('does not pretend to know of one %s', (_where, changed) => {
    expect(hasEnded(withParts(changed))).toBe(false);
  });

  it.runIf(process.platform === 'linux')('is not taken in by a number that is used again', () => {
    expect(hasEnded(withParts({ 4: '1' }))).toBe(true);
  });
});

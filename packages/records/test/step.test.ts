import { describe, expect, it } from 'vitest';
import { DropCounter } from '../src/step.js';

describe('DropCounter', () => {
  it('adds up by reason and lists reasons in order', () => {
    const dropped = new DropCounter();
    dropped.add('no-text');
    dropped.add('duplicate', 3);
    dropped.add('no-text');
    expect(dropped.total).toBe(5);
    expect(JSON.stringify(dropped)).toBe('{"duplicate":3,"no-text":2}');
  });
});

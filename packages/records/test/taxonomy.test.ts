import { describe, expect, it } from 'vitest';
import { entersFigures, FORMS, STANCES, severityOf } from '../src/taxonomy.js';

describe('the taxonomy', () => {
  it('ranks the forms of hate from stereotype (1) to violence (5)', () => {
    expect(FORMS.map(severityOf)).toEqual([1, 2, 3, 4, 5]);
    expect(severityOf('violence')).toBe(5);
  });

  it('lets only endorsing and unclear texts enter the figures of hostility', () => {
    expect(STANCES.filter((stance) => entersFigures('hate', stance))).toEqual(['endorsing', 'unclear']);
  });

  it('counts bridging whatever the stance: an answer to hate is good news too', () => {
    expect(STANCES.every((stance) => entersFigures('bridging', stance))).toBe(true);
  });
});

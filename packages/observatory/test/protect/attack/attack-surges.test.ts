import { weeksBetween } from '@marsad/records';
import { describe, expect, it } from 'vitest';
import { BY_WEEKS, surgeAlerts } from '../../../src/estimate/trend/surge-alert.js';
import { citySurges } from '../../../src/findings/city-surges.js';
import type { TellSurges } from '../../../src/protect/attack/attack-surges.js';
import { attackSurgingCity } from '../../../src/protect/attack/attack-surging-city.js';
import { rulesFrom } from '../../../src/protect/rules.js';

const rules = rulesFrom({});

/** What was told before: each week of a shown block by its own count, where the week has ten flagged posts and its block three more. */
const byTrueWeeks: TellSurges = (blocks, { cells }, { minimumPosts }) => {
  const shown = blocks.flatMap((block) =>
    block.area === null && block.status === 'shown' && block.weeks !== null
      ? weeksBetween(...block.weeks).map((week) => ({ week, all: block.figures.flagged.hate }))
      : [],
  );
  const series = shown.map(({ week }) => {
    const ofSources = [...(cells.get(null)?.get(week)?.ofSources ?? [])];
    return {
      day: week,
      sources: ofSources.map(([source, { posts, flagged }]) => ({
        source: String(source),
        posts,
        flagged: flagged.hate,
      })),
    };
  });
  const weeks = surgeAlerts(series, BY_WEEKS).flatMap((at) => {
    const { week, all } = shown[at] ?? { week: '', all: 0 };
    const flagged = cells.get(null)?.get(week)?.flagged.hate ?? 0;
    return flagged >= minimumPosts && all >= minimumPosts + 3 ? [week] : [];
  });
  return [{ signal: 'hate', weeks }];
};

/** What is told, and how often. */
const counted = (tell: TellSurges): { tell: TellSurges; told: Set<string> } => {
  const told = new Set<string>();
  return {
    told,
    tell: (...asked) => {
      const surges = tell(...asked);
      for (const { weeks } of surges) for (const week of weeks) told.add(week);
      return surges;
    },
  };
};

describe('an attacker who reads surges', () => {
  it('learns of no week inside a block how many of its posts are flagged, though surges are told', async () => {
    const { tell, told } = counted(citySurges);
    let attacked = 0;
    for (const seed of [21, 22, 24, 29]) {
      const found = await attackSurgingCity(seed, 12, rules, tell);
      expect(found.cells).toEqual([]);
      attacked += found.attacked;
    }
    expect(attacked).toBeGreaterThan(10);
    expect(told.size).toBeGreaterThan(0);
  }, 180_000);

  it('learns it where surges are told by the true numbers of weeks', async () => {
    const found: string[] = [];
    for (const seed of [21, 27]) found.push(...(await attackSurgingCity(seed, 12, rules, byTrueWeeks)).cells);
    expect(found.some((cell) => cell.includes('posts that carry hate, told by surges'))).toBe(true);
  }, 180_000);
});

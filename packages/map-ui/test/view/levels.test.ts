import { describe, expect, it } from 'vitest';
import { questionOf } from '../../src/state/view.js';
import { classesSeen, figuresOfPage } from '../../src/view/figures.js';
import { districtIds, findingsOfLevel, levelsOf, placesOfLevel } from '../../src/view/levels.js';
import { makeSnapshot } from '../snapshot/make-snapshot.js';
import { estimate } from './make-block.js';

const made = makeSnapshot();
const shown = made.blocks.find(({ area, status }) => area !== null && status === 'shown');
if (!shown) throw new Error('the made snapshot shows something');
const withDistricts = {
  ...made,
  findings: {
    changes: [
      { area: null, signal: 'hate' as const, series: 'raw' as const, weeks: ['2026-W20'] },
      { area: 'ennasr', signal: 'hate' as const, series: 'raw' as const, weeks: ['2026-W20'] },
    ],
    districts: { blocks: [{ ...shown, area: 'port' }] },
  },
};
const question = questionOf(
  { signal: 'hate', target: 'all', from: made.manifest.weeks?.[0] ?? null, to: made.manifest.weeks?.[1] ?? null },
  made.manifest.weeks,
);

describe('the levels of a snapshot', () => {
  it('are without districts where it tells of none', () => {
    expect(levelsOf(made)).toEqual(['neighbourhoods', 'city']);
    expect(levelsOf(withDistricts)).toEqual(['neighbourhoods', 'districts', 'city']);
  });

  it('hold the figures of districts as they are told, beside the same city', () => {
    const { areas, listed, index } = placesOfLevel(withDistricts, 'districts');
    expect(listed).toBe(areas);
    expect(areas.map(({ id }) => id)).toEqual(districtIds(made.areas));
    expect(areas.find(({ id }) => id === 'port')?.properties.names.en).toBe(made.manifest.city.districts.port?.en);
    const page = figuresOfPage(
      areas.map(({ id }) => id),
      index,
      question,
    );
    expect(page.byArea.get('port')?.posts).toBe(shown.status === 'shown' ? shown.figures.posts : 0);
    expect(page.byArea.get('medina')?.class).toBe('no-data');
    const { index: ofNeighbourhoods } = placesOfLevel(withDistricts, 'neighbourhoods');
    expect(index.get(null)).toEqual(ofNeighbourhoods.get(null));
  });

  it('paint the city as itself, also where it is corrected, and list nothing beside it', () => {
    const blocks = made.blocks.map((block) =>
      block.area === null && block.status === 'shown'
        ? { ...block, figures: { ...block.figures, estimates: { hate: estimate(0.06, 0.055, 0.07) } } }
        : block,
    );
    const { areas, listed, index } = placesOfLevel({ ...made, blocks }, 'city');
    expect(listed).toEqual([]);
    const page = figuresOfPage(
      areas.map(({ id }) => id),
      index,
      question,
    );
    expect(page.areas).toEqual([]);
    expect(page.city.corrected).not.toBeNull();
    expect(page.byArea.get(made.manifest.city.id)).toBe(page.city);
    expect(classesSeen(page)).toEqual([page.city.class]);
  });

  it('keep what is said of single neighbourhoods to theirs', () => {
    expect(findingsOfLevel(withDistricts.findings, 'neighbourhoods').changes).toHaveLength(2);
    expect(findingsOfLevel(withDistricts.findings, 'districts').changes?.map(({ area }) => area)).toEqual([null]);
  });
});

import { type ProtectionReport, recoveredCells } from './evaluate-protection.js';

const NAMES = {
  margins: 'bounds from all margins of a snapshot',
  levels: 'neighbourhoods, districts and the city subtracted from one another',
  differences: 'subtraction over all pairs of snapshots and of weeks within weeks',
  languages: 'languages and rungs: inside a block, between levels, over all pairs of snapshots',
  numerators: 'flagged posts, targets and severities: between levels and over all pairs of snapshots',
  parts: 'flagged posts, targets, severities, languages and rungs of parts of a block, by bounds from all margins',
  surges: 'flagged posts of weeks inside a block, by the surges of cities that have some',
  estimates: 'corrected shares, intervals and verdicts against the city',
} as const;

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** The report of an attack as a page to read. */
export const protectionMarkdown = (report: ProtectionReport): string => {
  const {
    cities,
    snapshots,
    seed,
    posts,
    areaBlocks,
    areaBlocksShown,
    postsShown,
    cityPostsShown,
    districtPostsShown,
    attacks,
  } = report;
  const rows = (Object.keys(NAMES) as (keyof typeof NAMES)[]).map(
    (name) => `| ${NAMES[name]} | ${attacks[name].attacked} | ${attacks[name].recovered} |`,
  );
  const examples = Object.values(attacks).flatMap((attack) => attack.examples.map((each) => `- ${each}`));
  return [
    '# The publish gate under attack',
    '',
    `${cities} invented cities, ${snapshots} weekly snapshots each, ${posts} posts, seed ${seed}. Recovered: a cell that`,
    'may not be published by itself, told exactly or to within one post.',
    '',
    '| attack | figures attacked | recovered |',
    '|---|---|---|',
    ...rows,
    '',
    `In all: **${recoveredCells(report)} recovered**. Shown at the end: ${areaBlocksShown} of ${areaBlocks} blocks of neighbourhoods,`,
    `with ${percent(postsShown)} of their posts; districts with ${percent(districtPostsShown)} of theirs; the city as a whole with`,
    `${percent(cityPostsShown)} of its posts.`,
    ...(examples.length > 0 ? ['', ...examples] : []),
    '',
  ].join('\n');
};

import { type Block, type Findings, PROTECTION_FLOOR } from '@marsad/records';

const nameOf = (area: string | null): string => area ?? 'the city';

/**
 * What findings say of figures that are not published, in sentences: overall shares of an area without a shown block, or
 * of more posts than its shown blocks hold, clusters of areas without an overall share, panel blocks of weeks in which the
 * city is not shown, surges in weeks in which the city does not show posts enough.
 */
export const findingProblems = (
  blocks: readonly Block[],
  { overall = [], clusters = {}, panel, changes = [], surges = [] }: Findings,
): string[] => {
  const problems: string[] = [];
  const posts = new Map<string | null, number>();
  const cityWeeks = new Set<string>();
  for (const block of blocks) {
    if (block.status !== 'shown') continue;
    posts.set(block.area, (posts.get(block.area) ?? 0) + block.figures.posts);
    if (block.area === null && block.weeks !== null) cityWeeks.add(block.weeks.join(' '));
  }
  const told = new Set<string | null>();
  for (const { area, posts: of } of overall) {
    if (told.has(area)) problems.push(`${nameOf(area)}: two overall shares`);
    told.add(area);
    const shown = posts.get(area);
    if (shown === undefined) problems.push(`${nameOf(area)}: an overall share, but nothing is shown`);
    else if (shown !== of) problems.push(`${nameOf(area)}: an overall share of ${of} posts, but ${shown} are shown`);
  }
  for (const [signal, { areas }] of Object.entries(clusters))
    for (const { area } of areas)
      if (!told.has(area)) problems.push(`${area}: clusters of ${signal} tell of an area without an overall share`);
  for (const { weeks } of panel?.blocks ?? [])
    if (!cityWeeks.has(weeks.join(' ')))
      problems.push(`the city, ${weeks.join(' to ')}: on the constant panel, but not shown`);
  for (const { area } of changes)
    if (!posts.has(area)) problems.push(`${nameOf(area)}: changes of level, but no block is shown`);
  const city = blocks.filter((block) => block.status === 'shown' && block.area === null);
  for (const { signal, weeks } of surges)
    for (const week of weeks) {
      const block = city.find((one) => one.weeks !== null && one.weeks[0] <= week && week <= one.weeks[1]);
      const flagged = block?.status === 'shown' ? block.figures.flagged[signal] : 0;
      if (flagged < PROTECTION_FLOOR.minimumPosts)
        problems.push(`the city, ${week}: a surge of ${signal}, but too few posts that carry it are shown`);
    }
  return problems;
};

/**
 * Surges that tell of a week inside a block, in sentences: since format 1.4.0 each is named by the first week of its block
 * (docs/decisions/0012-publish-gate.md).
 */
export const tellingSurges = (blocks: readonly Block[], { surges = [] }: Findings): string[] => {
  const firstWeeks = new Set(
    blocks.flatMap(({ area, status, weeks }) =>
      area === null && status === 'shown' && weeks !== null ? [weeks[0]] : [],
    ),
  );
  return surges.flatMap(({ signal, weeks }) =>
    weeks
      .filter((week) => !firstWeeks.has(week))
      .map((week) => `the city, ${week}: a surge of ${signal} is told of a week that begins no shown block`),
  );
};

import type { AreaCollection, Block, Findings, IsoWeek, ProtectionRules } from '@marsad/records';
import { blockProblems } from './check-blocks.js';
import { findingProblems } from './check-findings.js';

interface Against {
  rules: ProtectionRules;
  weeks: [IsoWeek, IsoWeek] | null;
  areas: AreaCollection;
}

/**
 * What is wrong with the figures of districts, in sentences: what may be wrong with any block, weeks in which the city tells
 * nothing, and codes, which no district tells.
 * @param blocks of the city and its neighbourhoods
 */
export const districtProblems = (
  blocks: readonly Block[],
  { districts }: Findings,
  { rules, weeks, areas }: Against,
): string[] => {
  if (!districts) return [];
  const ids = new Set(areas.features.flatMap(({ properties: { district } }) => district ?? []));
  const problems = [
    ...blockProblems(districts.blocks, { rules, weeks, areas: ids }),
    ...findingProblems(districts.blocks, { overall: districts.overall }),
  ];
  const cityWeeks = new Set(
    blocks.flatMap(({ area, weeks: own, status }) =>
      area === null && status === 'shown' ? [JSON.stringify(own)] : [],
    ),
  );
  for (const block of districts.blocks) {
    const place = `${block.area ?? 'no district'}, ${block.weeks?.join(' to ') ?? 'undated'}`;
    if (block.area === null) problems.push(`${place}: a block of the city among those of districts`);
    if (block.status !== 'shown') continue;
    if (!cityWeeks.has(JSON.stringify(block.weeks)))
      problems.push(`${place}: shown in weeks in which the city is not, or in parts of them`);
    const { languages, rungs, stances, flaggedBy } = block.figures;
    if (flaggedBy !== undefined || [languages, rungs, stances].some((codes) => Object.keys(codes).length > 0))
      problems.push(`${place}: tells languages, rungs or stances, which no district does`);
  }
  return problems.map((problem) => `districts: ${problem}`);
};

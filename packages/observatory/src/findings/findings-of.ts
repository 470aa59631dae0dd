import type { AreaCollection, Block, Findings, ProtectionRules } from '@marsad/records';
import type { CardErrors } from '../estimate/card-errors.js';
import type { PostLabel } from '../estimate/estimate-blocks.js';
import type { Weeks } from '../protect/place-of.js';
import { rulesFrom } from '../protect/rules.js';
import type { PlacedPost } from '../tally/placed-post.js';
import type { Tallied } from '../tally/tally-posts.js';
import { cityPanel } from './city-panel.js';
import { citySurges } from './city-surges.js';
import { clustersOfAreas } from './clusters-of-areas.js';
import { districtFigures } from './district-figures.js';
import { levelChanges } from './level-changes.js';
import { overallEstimates } from './overall-estimates.js';

export interface FindingsParts {
  areas: AreaCollection;
  /** what the blocks were made of */
  tallied: Pick<Tallied, 'cells' | 'overlaps'>;
  labels: readonly PostLabel[];
  /** the labelled posts */
  labelled: AsyncIterable<readonly PlacedPost[]>;
  /** error rates for where there are no labels; undefined for a model without a card */
  card: CardErrors | undefined;
  rules: Partial<ProtectionRules>;
  /** the blocks of districts that were ever told, and the weeks that are closed to them (`recall`) */
  publishedDistricts?: readonly Block[];
  closedDistricts?: ReadonlyMap<string, readonly Weeks[]>;
}

/**
 * What is said beyond single blocks: overall corrected shares, the clusters they make on the map, the city on its constant
 * sources, changes of level, surges, and the districts. Parts that cannot be made are left out.
 * @param blocks that passed the gate
 * @throws InputError for rules below the floor
 */
export const findingsOf = async (
  blocks: readonly Block[],
  {
    areas,
    tallied,
    labels,
    labelled,
    card,
    rules,
    publishedDistricts = [],
    closedDistricts = new Map(),
  }: FindingsParts,
): Promise<Findings> => {
  const overall = await overallEstimates(blocks, tallied, labels, labelled, card);
  const clusters = clustersOfAreas(overall, areas);
  const panel = cityPanel(blocks, tallied, rulesFrom(rules));
  const changes = levelChanges(blocks, panel?.counts ?? []);
  const surges = citySurges(blocks, tallied, rulesFrom(rules));
  const districts = await districtFigures(blocks, {
    areas,
    tallied,
    labels,
    labelled,
    card,
    rules,
    published: publishedDistricts,
    closed: closedDistricts,
  });
  return {
    ...(overall.length > 0 && { overall }),
    ...(Object.keys(clusters).length > 0 && { clusters }),
    ...(panel !== null && { panel: panel.panel }),
    ...(changes.length > 0 && { changes }),
    ...(surges.length > 0 && { surges }),
    ...(districts !== null && { districts }),
  };
};

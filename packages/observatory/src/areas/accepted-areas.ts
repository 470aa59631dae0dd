import { type AreaCollection, InputError } from '@marsad/records';
import type { CheckedAreas } from './check-areas.js';

/**
 * The areas of a check that found no problem.
 * @param file what was checked, for messages
 * @throws InputError with the first problem and how many more there are
 */
export const acceptedAreas = ({ areas, problems }: CheckedAreas, file: string): AreaCollection => {
  const [problem, ...others] = problems;
  if (problem === undefined && areas !== undefined) return areas;
  const more = others.length > 0 ? ` (and ${others.length} more problem${others.length === 1 ? '' : 's'})` : '';
  throw new InputError(problem?.error.code ?? 'no-areas', `${problem?.error.message ?? file}${more}`, {
    remedy: `${problem?.error.remedy ?? ''} \`marsad areas check ${file} --pictures DIR\` draws every spot.`.trim(),
  });
};

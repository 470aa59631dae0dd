import { Z95 } from '@marsad/records';
import { scoreMoments } from './score-moments.js';

/** Labels that a 95 % interval of the city's share needs to reach `half` of the share to either side. */
export interface LabelsNeeded {
  rate: number;
  separation: number;
  /** half the width as a part of the share: 0.25 is ± 25 % */
  half: number;
  /** without a model · drawn at random, with the model · drawn by √(s(1 − s)), with the model */
  labelsOnly: number;
  random: number;
  efficient: number;
}

/** n = (1.96 ÷ half)² · variance of one label ÷ share², for the three ways to spend labels. */
export const labelsNeeded = (
  rates: readonly number[],
  separations: readonly number[],
  halves: readonly number[],
): LabelsNeeded[] =>
  rates.flatMap((rate) =>
    separations.flatMap((separation) => {
      const { randomWidth, efficientWidth } = scoreMoments(rate, separation);
      return halves.map((half) => {
        const labelsOnly = (Z95 / half) ** 2 * ((1 - rate) / rate);
        return {
          rate,
          separation,
          half,
          labelsOnly: Math.ceil(labelsOnly),
          random: Math.ceil(labelsOnly * randomWidth ** 2),
          efficient: Math.ceil(labelsOnly * efficientWidth ** 2),
        };
      });
    }),
  );

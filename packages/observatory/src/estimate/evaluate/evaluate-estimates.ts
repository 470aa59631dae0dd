import { type CoverageFigures, type FlatFigures, measureCoverage } from './coverage.js';
import { evaluateSurges, type SurgeFigures } from './evaluate-surges.js';
import { type DesignFigures, measureDesigns } from './label-designs.js';
import { type LabelsNeeded, labelsNeeded } from './labels-needed.js';
import { measurePower, type PowerFigures } from './power.js';

/** Everything that `marsad evaluate estimates` measures, on cities whose truth was planted. */
export interface EstimatesReport {
  seed: number;
  runs: number;
  coverage: CoverageFigures[];
  flat: FlatFigures;
  power: PowerFigures[];
  designs: DesignFigures[];
  surges: SurgeFigures[];
  labelsNeeded: LabelsNeeded[];
}

const SEPARATIONS = [1.7, 2.6];
const RATES = [0.001, 0.002, 0.01, 0.04];

const grid = (labels: readonly number[]) =>
  SEPARATIONS.flatMap((separation) =>
    RATES.flatMap((rate) => labels.map((count) => ({ separation, rate, labels: count }))),
  );

/**
 * The simulation of docs/method.md. The same seed and runs give the same report.
 * @param runs cities per setting for coverage, which needs some hundreds; half as many for the costlier parts
 * @param quick only the settings that a test can afford
 */
export const evaluateEstimates = (
  { runs, seed, quick = false }: { runs: number; seed: number; quick?: boolean },
  onProgress: (part: string) => void = () => undefined,
): EstimatesReport => {
  onProgress('coverage');
  const { coverage, flat } = measureCoverage(
    quick
      ? [
          { separation: 1.7, rate: 0.001, labels: 200 },
          { separation: 1.7, rate: 0.04, labels: 1000 },
          { separation: 2.6, rate: 0.01, labels: 2000 },
        ]
      : grid([200, 1000, 2000]),
    runs,
    seed,
  );
  onProgress('power');
  const power = measurePower(
    quick
      ? [{ separation: 2.6, posts: 1000, labels: 1000 }]
      : SEPARATIONS.flatMap((separation) =>
          [1000, 3000].flatMap((posts) => [500, 2000].map((labels) => ({ separation, posts, labels }))),
        ),
    Math.ceil(runs / 2),
    seed + 1,
  );
  onProgress('designs');
  const designs = measureDesigns(
    quick
      ? [
          { separation: 1.7, rate: 0.04, labels: 1000, design: 'random' },
          { separation: 2.6, rate: 0.01, labels: 1000, design: 'efficient' },
        ]
      : grid([500, 2000]).flatMap((setting) => [
          { ...setting, design: 'random' as const },
          { ...setting, design: 'efficient' as const },
        ]),
    Math.ceil(runs / 2),
    seed + 2,
  );
  onProgress('surges');
  return {
    seed,
    runs,
    coverage,
    flat,
    power,
    designs,
    surges: evaluateSurges(Math.ceil(runs / 2), seed + 3),
    labelsNeeded: labelsNeeded(RATES, SEPARATIONS, [0.5, 0.25]),
  };
};

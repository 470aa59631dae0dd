import { type CoverageFigures, type FlatFigures, measureCoverage } from './coverage.js';
import { type DesignFigures, measureDesign } from './label-designs.js';
import { type LabelsNeeded, labelsNeeded } from './labels-needed.js';
import { measurePower, type PowerFigures } from './power.js';
import { measureSurges, type SurgeFigures } from './surges.js';
import { measureUneven, type UnevenFigures } from './uneven-city.js';

/** Everything that `marsad evaluate estimates` measures, on cities whose truth was planted. */
export interface EstimatesReport {
  seed: number;
  runs: number;
  coverage: CoverageFigures[];
  flat: FlatFigures;
  uneven: UnevenFigures[];
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

const QUICK = {
  coverage: [
    { separation: 1.7, rate: 0.001, labels: 200 },
    { separation: 1.7, rate: 0.04, labels: 1000 },
    { separation: 2.6, rate: 0.01, labels: 2000 },
  ],
  uneven: [{ separation: 2.6, labels: 1000 }],
  power: [{ separation: 2.6, posts: 1000, labels: 1000 }],
  designs: [
    { separation: 1.7, rate: 0.04, labels: 1000, design: 'random' as const },
    { separation: 2.6, rate: 0.01, labels: 1000, design: 'efficient' as const },
    { separation: 2.6, rate: 0.001, labels: 500, design: 'efficient' as const },
    { separation: 1.7, rate: 0.001, labels: 500, design: 'efficient' as const },
  ],
};

const FULL = {
  coverage: grid([200, 1000, 2000]),
  uneven: SEPARATIONS.flatMap((separation) => [500, 2000].map((labels) => ({ separation, labels }))),
  power: SEPARATIONS.flatMap((separation) =>
    [1000, 3000].flatMap((posts) => [500, 2000].map((labels) => ({ separation, posts, labels }))),
  ),
  designs: grid([500, 2000]).flatMap((setting) => [
    { ...setting, design: 'random' as const },
    { ...setting, design: 'efficient' as const },
  ]),
};

/**
 * The simulation of docs/method.md. The same seed and runs give the same report.
 * @param runs cities per setting for coverage and designs, which need some hundreds; half as many for the other parts
 * @param quick only the settings that a test can afford
 * @param before is waited for before each setting of a part; what it throws ends the simulation
 */
export const evaluateEstimates = async (
  { runs, seed, quick = false }: { runs: number; seed: number; quick?: boolean },
  before: (part: string, setting: number) => Promise<void> = async () => undefined,
): Promise<EstimatesReport> => {
  const settings = quick ? QUICK : FULL;
  const half = Math.ceil(runs / 2);
  const each = async <Setting, Figures>(
    part: string,
    list: readonly Setting[],
    measure: (setting: Setting, index: number) => Figures,
  ): Promise<Figures[]> => {
    const figures: Figures[] = [];
    for (const [index, setting] of list.entries()) {
      await before(part, index);
      figures.push(measure(setting, index));
    }
    return figures;
  };
  // Every setting has seeds of its own, far from those of the next.
  const flat = await each('coverage', settings.coverage, (setting, index) =>
    measureCoverage(setting, runs, seed + 104_729 * index),
  );
  const uneven = await each('uneven cities', settings.uneven, (setting, index) =>
    measureUneven(setting, half, seed + 4 + 49_979_687 * index),
  );
  const power = await each('power', settings.power, (setting, index) =>
    measurePower(setting, half, seed + 1 + 15_485_863 * index),
  );
  const designs = await each('designs', settings.designs, (setting, index) =>
    measureDesign(setting, runs, seed + 2 + 32_452_843 * index),
  );
  const surges = await each('surges', [0.5, 2, 8], (usualPerDay) => measureSurges(usualPerDay, half, seed + 3));
  const areas = flat.reduce((sum, part) => sum + part.areas, 0);
  return {
    seed,
    runs,
    coverage: flat.flatMap(({ coverage }) => coverage),
    flat: { painted: flat.reduce((sum, { painted }) => sum + painted, 0) / areas, areas },
    uneven: uneven.flat(),
    power,
    designs,
    surges,
    labelsNeeded: labelsNeeded(RATES, SEPARATIONS, [0.5, 0.25]),
  };
};

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CheckedAreas, drawProblem } from '@marsad/observatory';
import type { Names } from '@marsad/records';

/** What a check of boundaries found, as `--json` prints it. */
export interface AreasReport {
  files: string[];
  /** 0 while there are problems */
  neighbourhoods: number;
  version: string | null;
  districts: Record<string, Names>;
  population: number | null;
  repairs: { where: string; what: string }[];
  warnings: string[];
  problems: {
    code: string;
    message: string;
    remedy: string | null;
    /** longitude and latitude */
    position: [number, number] | null;
    /** file of the picture of the spot, under `--pictures` */
    picture: string | null;
  }[];
}

/** `03-hole-outside.svg`: in the order of the problems. */
const pictureName = (index: number, code: string): string => `${String(index + 1).padStart(2, '0')}-${code}.svg`;

/**
 * Reports a check of boundaries.
 * @param pictures folder for a picture of every spot; none is drawn when absent
 */
export const areasReport = async (
  files: readonly string[],
  checked: CheckedAreas,
  pictures: string | undefined,
): Promise<AreasReport> => {
  const problems: AreasReport['problems'] = [];
  for (const [index, problem] of checked.problems.entries()) {
    const drawn = pictures === undefined ? undefined : drawProblem(problem);
    let picture: string | null = null;
    if (pictures !== undefined && drawn !== undefined) {
      await mkdir(pictures, { recursive: true });
      picture = join(pictures, pictureName(index, problem.error.code));
      await writeFile(picture, drawn);
    }
    const { code, message, remedy = null } = problem.error;
    problems.push({ code, message, remedy, position: problem.position ?? null, picture });
  }
  const people = checked.areas?.features.map(({ properties }) => properties.population) ?? [];
  return {
    files: [...files],
    neighbourhoods: checked.areas?.features.length ?? 0,
    version: checked.areas?.version ?? null,
    districts: Object.fromEntries(checked.districts),
    population: people.every((count) => count === null) ? null : people.reduce<number>((sum, n) => sum + (n ?? 0), 0),
    repairs: checked.repairs,
    warnings: checked.warnings,
    problems,
  };
};

/** The report in lines for people: repairs, warnings, problems with what to do, and the sum. */
export const areasLines = (report: AreasReport): string[] => {
  const { files, neighbourhoods, version, districts, population, repairs, warnings, problems } = report;
  const sum =
    problems.length > 0
      ? `${files.join(', ')}: cannot be used: ${problems.length} problem${problems.length === 1 ? '' : 's'}`
      : [
          `${files.join(', ')}: ${neighbourhoods} neighbourhoods`,
          ...(Object.keys(districts).length > 0 ? [`${Object.keys(districts).length} districts`] : []),
          ...(population === null ? [] : [`${population} people`]),
          `version ${version}`,
        ].join(', ');
  return [
    ...repairs.map(({ where, what }) => `repaired: ${where}: ${what}`),
    ...warnings.map((sentence) => `look at: ${sentence}`),
    ...problems.flatMap(({ message, remedy, picture }) => [
      `wrong: ${message}`,
      ...(remedy === null ? [] : [`  → ${remedy}`]),
      ...(picture === null ? [] : [`  picture: ${picture}`]),
    ]),
    sum,
  ];
};

import { z } from 'zod';

/** How many were left out, by reason (kebab-case code → count). */
export const dropCounts = z.record(z.string(), z.number().int().nonnegative());
export type DropCounts = z.infer<typeof dropCounts>;

/** One stage of a run, as the run report shows it. `in` = `out` + the sum of `dropped`. */
export const stageReport = z.object({
  name: z.string(),
  in: z.number().int().nonnegative(),
  out: z.number().int().nonnegative(),
  dropped: dropCounts,
  seconds: z.number().nonnegative(),
});
export type StageReport = z.infer<typeof stageReport>;

/** Counts what is left out, by reason. */
export class DropCounter {
  readonly #counts = new Map<string, number>();

  add(reason: string, count = 1): void {
    this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + count);
  }

  get total(): number {
    let total = 0;
    for (const count of this.#counts.values()) total += count;
    return total;
  }

  /** Sorted by reason, so that reports of equal runs are equal. */
  toJSON(): DropCounts {
    return Object.fromEntries([...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}

/** What a stage tells whoever watches it; the command line draws a bar from it on a terminal. */
export interface Progress {
  stage: string;
  done: number;
  /** absent when the end is not known in advance */
  total?: number;
  note?: string;
}
export type OnProgress = (progress: Progress) => void;

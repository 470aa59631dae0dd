/** By what copies are ranked: nothing in it hangs on when a text was read. */
export interface Ranked {
  readonly id: string;
  /** ISO 8601; null where it is not known */
  readonly publishedAt: string | null;
}

/** A text of no date is not known to be before anything. */
const timeOf = ({ publishedAt }: Ranked): number =>
  publishedAt === null ? Number.POSITIVE_INFINITY : Date.parse(publishedAt);

/** Whether the first of two texts is the original if they are copies: the earlier published, of equals the smaller id. */
export const ranksBefore = (one: Ranked, other: Ranked): boolean => {
  const [time, otherTime] = [timeOf(one), timeOf(other)];
  return time === otherTime ? one.id < other.id : time < otherTime;
};

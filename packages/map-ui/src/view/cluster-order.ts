/** A group of rows that are alike: one row, or two groups joined. */
interface Cluster {
  size: number;
  centre: Float64Array;
  /** positions of its rows, in the order in which they are to stand */
  members: number[];
  /** mean of the centre: the groups that lie higher stand first */
  height: number;
}

/** Ward's distance: by how much the squared distances from the centre grow when the two are joined. */
const distance = (a: Cluster, b: Cluster): number => {
  let sum = 0;
  for (let index = 0; index < a.centre.length; index += 1) {
    const difference = (a.centre[index] ?? 0) - (b.centre[index] ?? 0);
    sum += difference * difference;
  }
  return (sum * a.size * b.size) / (a.size + b.size);
};

const join = (a: Cluster, b: Cluster): Cluster => {
  const size = a.size + b.size;
  const centre = a.centre.map((value, index) => (value * a.size + (b.centre[index] ?? 0) * b.size) / size);
  const [first, second] = a.height >= b.height ? [a, b] : [b, a];
  return {
    size,
    centre,
    members: [...first.members, ...second.members],
    height: (a.height * a.size + b.height * b.size) / size,
  };
};

/**
 * An order of rows in which those of a similar course stand together, the higher groups first: agglomerative clustering by
 * Ward's criterion with the nearest-neighbour chain of Benzécri (1982), O(n² × columns) time, O(n × columns) memory.
 * `courses` are rows of the same length; gives back their positions.
 */
export const clusterOrder = (courses: readonly Float64Array[]): number[] => {
  const left = new Set(
    courses.map((centre, index): Cluster => {
      const height = centre.reduce((sum, value) => sum + value, 0) / Math.max(1, centre.length);
      return { size: 1, centre, members: [index], height };
    }),
  );
  const chain: Cluster[] = [];
  while (left.size > 1) {
    const [any] = left;
    if (chain.length === 0 && any) chain.push(any);
    const tip = chain.at(-1);
    if (!tip) break;
    const before = chain.at(-2);
    // The one before wins a tie, so that the chain cannot run in a circle.
    let nearest = before;
    let least = before ? distance(tip, before) : Number.POSITIVE_INFINITY;
    for (const other of left) {
      if (other === tip || other === before) continue;
      const found = distance(tip, other);
      if (found < least) [nearest, least] = [other, found];
    }
    if (nearest === undefined) break;
    if (nearest !== before) {
      chain.push(nearest);
      continue;
    }
    chain.length -= 2;
    left.delete(tip);
    left.delete(nearest);
    left.add(join(tip, nearest));
  }
  return [...left].flatMap(({ members }) => members);
};

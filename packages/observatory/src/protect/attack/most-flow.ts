/** A network of pipes, each of a capacity; nodes are numbers. */
export interface FlowNetwork {
  addPipe(from: number, to: number, capacity: number): void;
  /** the most that flows from `source` to `sink`; the flow stays in place, so a later call adds to it */
  most(source: number, sink: number): number;
}

interface Pipe {
  to: number;
  free: number;
  back: number;
}

/**
 * Greatest flow by shortest augmenting paths (Dinic 1970; Edmonds and Karp 1972): whole capacities give whole flows.
 * @param nodes how many
 */
export const flowNetwork = (nodes: number): FlowNetwork => {
  const pipes: Pipe[][] = Array.from({ length: nodes }, () => []);
  const augment = (source: number, sink: number): number => {
    const from = new Map<number, { node: number; pipe: Pipe }>();
    const queue = [source];
    for (const node of queue) {
      if (node === sink) break;
      for (const pipe of pipes[node] ?? []) {
        if (pipe.free <= 0 || pipe.to === source || from.has(pipe.to)) continue;
        from.set(pipe.to, { node, pipe });
        queue.push(pipe.to);
      }
    }
    if (!from.has(sink)) return 0;
    let free = Number.POSITIVE_INFINITY;
    for (let step = from.get(sink); step; step = from.get(step.node)) free = Math.min(free, step.pipe.free);
    for (let step = from.get(sink); step; step = from.get(step.node)) {
      step.pipe.free -= free;
      const back = pipes[step.pipe.to]?.[step.pipe.back];
      if (back) back.free += free;
    }
    return free;
  };
  return {
    addPipe: (from, to, capacity) => {
      const there = pipes[from] ?? [];
      const here = pipes[to] ?? [];
      there.push({ to, free: capacity, back: here.length });
      here.push({ to: from, free: 0, back: there.length - 1 });
    },
    most: (source, sink) => {
      let sum = 0;
      for (let more = augment(source, sink); more > 0; more = augment(source, sink)) sum += more;
      return sum;
    },
  };
};

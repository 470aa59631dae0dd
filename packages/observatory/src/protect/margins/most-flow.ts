/** A network of pipes, each of a capacity; nodes are numbers from 0 on. */
export interface FlowNetwork {
  /** @returns the pipe's number */
  addPipe(from: number, to: number, capacity: number): number;
  /** the most that flows from `source` to `sink`, or `enough` of it; the flow stays in place, so a later call adds to it */
  most(source: number, sink: number, enough?: number): number;
  /** what flows through a pipe */
  flow(pipe: number): number;
  /** from now on nothing is added to what flows through a pipe, and nothing taken back */
  close(pipe: number): void;
  /** opens a pipe that was closed, with such a flow */
  open(pipe: number, flow: number): void;
}

/**
 * Greatest flow by shortest augmenting paths (Dinic 1970; Edmonds and Karp 1972): whole capacities give whole flows.
 * @param nodes how many
 */
export const flowNetwork = (nodes: number): FlowNetwork => {
  /** Every pipe stands here twice, one after the other: what is free to flow on, and what may flow back. */
  const ends: number[] = [];
  const free: number[] = [];
  const capacities: number[] = [];
  const closed = new Map<number, number>();
  const pipesOf: number[][] = Array.from({ length: nodes }, () => []);
  /** In which search a node was last reached, and by which pipe. */
  const reachedIn = new Int32Array(nodes);
  const reachedBy = new Int32Array(nodes);
  let search = 0;

  const add = (from: number, to: number, capacity: number): number => {
    const pipe = ends.push(to) - 1;
    free.push(capacity);
    capacities.push(capacity);
    pipesOf[from]?.push(pipe);
    return pipe;
  };
  const change = (pipe: number, by: number): void => {
    free[pipe] = (free[pipe] ?? 0) + by;
  };

  const reaches = (source: number, sink: number): boolean => {
    search += 1;
    reachedIn[source] = search;
    const queue = [source];
    for (const node of queue) {
      for (const pipe of pipesOf[node] ?? []) {
        const to = ends[pipe] ?? source;
        if ((free[pipe] ?? 0) <= 0 || reachedIn[to] === search) continue;
        reachedIn[to] = search;
        reachedBy[to] = pipe;
        if (to === sink) return true;
        queue.push(to);
      }
    }
    return false;
  };
  /** The pipes of the way that was found, from its end. */
  const way = (source: number, sink: number): number[] => {
    const pipes: number[] = [];
    for (let node = sink; node !== source; ) {
      const pipe = reachedBy[node] ?? 0;
      pipes.push(pipe);
      node = ends[pipe ^ 1] ?? source;
    }
    return pipes;
  };

  return {
    addPipe: (from, to, capacity) => {
      const pipe = add(from, to, capacity);
      add(to, from, 0);
      return pipe;
    },
    most: (source, sink, enough = Number.POSITIVE_INFINITY) => {
      let sum = 0;
      while (sum < enough && reaches(source, sink)) {
        const pipes = way(source, sink);
        const more = pipes.reduce((least, pipe) => Math.min(least, free[pipe] ?? 0), enough - sum);
        for (const pipe of pipes) {
          change(pipe, -more);
          change(pipe ^ 1, more);
        }
        sum += more;
      }
      return sum;
    },
    flow: (pipe) => closed.get(pipe) ?? free[pipe ^ 1] ?? 0,
    close: (pipe) => {
      closed.set(pipe, free[pipe ^ 1] ?? 0);
      free[pipe] = 0;
      free[pipe ^ 1] = 0;
    },
    open: (pipe, flow) => {
      closed.delete(pipe);
      free[pipe] = (capacities[pipe] ?? 0) - flow;
      free[pipe ^ 1] = flow;
    },
  };
};

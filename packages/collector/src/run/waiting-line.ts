/** A place in the line; whoever has it either hands in what it waited for or leaves. */
interface Place<T> {
  /** Resolves when it and all before it are kept; rejects where keeping them failed. */
  handIn(value: T): Promise<void>;
  leave(): void;
}

interface Waiting<T> {
  handedIn?: { value: T; resolve: () => void; reject: (error: unknown) => void };
}

/**
 * What is finished in any order is kept in the order in which it was begun, several at a time, because a disk takes as
 * long to write one as to write many.
 * @param options.keep keeps what was handed in, in this order; never called again before it has resolved
 * @param options.most kept at a time
 * @param options.moreIsNear whether to wait for more: whoever it is that makes more near hands it in, or leaves, soon
 */
export const openWaitingLine = <T>(options: {
  keep: (values: readonly T[]) => Promise<void>;
  most: number;
  moreIsNear: () => boolean;
}): { enter(): Place<T> } => {
  const line: Waiting<T>[] = [];
  let isKeeping = false;

  const finished = (): NonNullable<Waiting<T>['handedIn']>[] => {
    const first: NonNullable<Waiting<T>['handedIn']>[] = [];
    for (const { handedIn } of line) {
      if (!handedIn || first.length === options.most) break;
      first.push(handedIn);
    }
    return first;
  };

  const keepFinished = async (): Promise<void> => {
    if (isKeeping) return;
    isKeeping = true;
    for (let first = finished(); first.length > 0; first = finished()) {
      if (first.length < options.most && options.moreIsNear()) break;
      line.splice(0, first.length);
      try {
        await options.keep(first.map(({ value }) => value));
        for (const { resolve } of first) resolve();
      } catch (error) {
        for (const { reject } of first) reject(error);
      }
    }
    isKeeping = false;
  };

  return {
    enter() {
      const place: Waiting<T> = {};
      line.push(place);
      return {
        handIn: (value) =>
          new Promise((resolve, reject) => {
            place.handedIn = { value, resolve, reject };
            void keepFinished();
          }),
        leave() {
          const at = line.indexOf(place);
          if (at >= 0) line.splice(at, 1);
          void keepFinished();
        },
      };
    },
  };
};

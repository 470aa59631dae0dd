import type { LoadEffects } from '../snapshot/load.js';

/** Asks for files of the data folder at once, beside the script that will read them: on a bad line one after the other costs seconds. */
export const earlyFiles = (names: readonly string[]): LoadEffects['fetchFile'] => {
  const ask = (name: string): Promise<Response> => fetch(new URL(`data/${name}`, document.baseURI));
  const asked = new Map(
    names.map((name) => {
      const answer = ask(name);
      // Whoever reads it is told; until then nobody listens.
      answer.catch(() => undefined);
      return [name, answer];
    }),
  );
  return (name) => asked.get(name) ?? ask(name);
};

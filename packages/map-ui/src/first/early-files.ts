/** Asks for files at once, by their paths below the page, beside the script that will read them: on a bad line one after the other costs seconds. */
export const earlyFiles = (paths: readonly string[]): ((path: string) => Promise<Response>) => {
  const ask = (path: string): Promise<Response> => fetch(new URL(path, document.baseURI));
  const asked = new Map(
    paths.map((path) => {
      const answer = ask(path);
      // Whoever reads it is told; until then nobody listens.
      answer.catch(() => undefined);
      return [path, answer];
    }),
  );
  return (path) => asked.get(path) ?? ask(path);
};

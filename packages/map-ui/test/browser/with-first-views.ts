// Of the build, whose types are said here: its source imports files as only the bundler knows them.
const built: {
  firstViews: (texts: (name: string) => string | undefined) => Promise<Record<string, string> | null>;
  pageWithFirstViews: (page: string, folder: string) => string;
  servedFigures: (text: string) => string;
} = await import(new URL('../../dist/prerender/prerender.js', import.meta.url).href);

/** The site as it is published: with the first views of its snapshot, made as `marsad snapshot publish` makes them. */
export const withFirstViews = async (
  site: ReadonlyMap<string, Uint8Array | string>,
): Promise<Map<string, Uint8Array | string>> => {
  const textOf = (path: string): string | undefined => {
    const body = site.get(path);
    return body === undefined ? undefined : Buffer.from(body).toString('utf8');
  };
  const views = await built.firstViews((name) => textOf(`data/${name}`));
  if (views === null) throw new Error('expected a snapshot that can be shown');
  return new Map([
    ...site,
    ['first/made/figures.json', built.servedFigures(textOf('data/figures.json') ?? '')],
    ['index.html', built.pageWithFirstViews(textOf('index.html') ?? '', 'first/made')],
    ...Object.entries(views).map(([language, html]): [string, string] => [`first/made/${language}.html`, html]),
  ]);
};

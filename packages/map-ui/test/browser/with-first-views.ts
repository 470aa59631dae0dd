import type { firstViews, pageWithFirstViews } from '../../src/first/prerender.js';

const built: { firstViews: typeof firstViews; pageWithFirstViews: typeof pageWithFirstViews } = await import(
  new URL('../../dist/prerender/prerender.js', import.meta.url).href
);

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
    ['index.html', built.pageWithFirstViews(textOf('index.html') ?? '', 'first/made')],
    ...Object.entries(views).map(([language, html]): [string, string] => [`first/made/${language}.html`, html]),
  ]);
};

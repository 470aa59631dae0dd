/** Where the region is that this city is shown in, as the page that a hub serves says; undefined for a city by itself. */
export const regionAbove = (): string | undefined =>
  typeof document === 'undefined'
    ? undefined
    : (document.querySelector('link[rel="up"]')?.getAttribute('href') ?? undefined);

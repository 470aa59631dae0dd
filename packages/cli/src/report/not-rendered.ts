import type { SourceResult } from '@marsad/collector';

/** Of each source whose pages the browser could not show, one sentence: how many were read as they came, and why. */
export const notRenderedLines = (sources: readonly Pick<SourceResult, 'id' | 'documents'>[]): string[] =>
  sources.flatMap(({ id, documents: { notRendered = {} } }) => {
    const reasons = Object.entries(notRendered);
    if (reasons.length === 0) return [];
    const pages = reasons.reduce((sum, [, count]) => sum + count, 0);
    const why = reasons.map(([reason, count]) => `${reason}: ${count}`).join(', ');
    return [`source ${id}: ${pages} ${pages === 1 ? 'page' : 'pages'} not rendered, read as they came (${why})`];
  });

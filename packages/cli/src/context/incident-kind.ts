import { type Incident, incident } from '@marsad/records';
import { anyName, type ContextKind, namesFrom, namesTo, withNames } from './kind.js';

/** What a cell of a yes-or-no column says; anything else is left for the schema to refuse. */
const yesOrNo = (cell: string): unknown => ({ yes: true, no: false, true: true, false: false })[cell] ?? cell;

/** Things that happened offline. */
export const incidentKind: ContextKind<Incident> = {
  name: 'incident',
  field: 'incidents',
  schema: incident,
  table: {
    columns: [
      'id',
      'kind',
      'week',
      'area',
      'title_ar',
      'title_en',
      'title_fr',
      'text_ar',
      'text_en',
      'text_fr',
      'source',
      'link',
      'share',
      'reshare',
    ],
    specOf: (cells) => ({
      id: cells.id,
      kind: cells.kind,
      week: cells.week,
      area: cells.area || null,
      titles: namesFrom(cells, 'title'),
      texts: namesFrom(cells, 'text'),
      source: { name: cells.source || undefined, url: cells.link || undefined },
      share: cells.share || undefined,
      reshare: cells.reshare ? yesOrNo(cells.reshare) : undefined,
    }),
    cellsOf: ({ id, kind, week, area, titles, texts, source, share, reshare }) => ({
      id,
      kind,
      week,
      area: area ?? '',
      ...namesTo(titles, 'title'),
      ...namesTo(texts, 'text'),
      source: source.name,
      link: source.url ?? '',
      share,
      reshare: reshare ? 'yes' : 'no',
    }),
  },
  areasOf: ({ area }) => (area === null ? [] : [area]),
  weeksOf: ({ week }) => [week, week],
  withTexts: (entry, change) => ({
    ...entry,
    titles: withNames(entry.titles, change),
    ...(entry.texts === undefined ? {} : { texts: withNames(entry.texts, change) }),
    source: { ...entry.source, name: change(entry.source.name) },
  }),
  linkOf: ({ source }) => source.url,
  titleOf: ({ kind, titles, reshare }) => `${kind}: ${anyName(titles)}${reshare ? '' : ' (may not be passed on)'}`,
};

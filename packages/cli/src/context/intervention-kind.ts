import { type Intervention, intervention } from '@marsad/records';
import { anyName, type ContextKind, namesFrom, namesTo, withNames } from './kind.js';

/** What somebody does about it, from when to when. */
export const interventionKind: ContextKind<Intervention> = {
  name: 'intervention',
  field: 'interventions',
  schema: intervention,
  table: {
    columns: [
      'id',
      'from',
      'to',
      'areas',
      'title_ar',
      'title_en',
      'title_fr',
      'text_ar',
      'text_en',
      'text_fr',
      'by',
      'link',
      'share',
    ],
    specOf: (cells) => ({
      id: cells.id,
      from: cells.from,
      to: cells.to || null,
      areas: (cells.areas ?? '').split(/[\s;|]+/).filter((area) => area !== ''),
      titles: namesFrom(cells, 'title'),
      texts: namesFrom(cells, 'text'),
      by: cells.by || undefined,
      url: cells.link || undefined,
      share: cells.share || undefined,
    }),
    cellsOf: ({ id, from, to, areas, titles, texts, by, url, share }) => ({
      id,
      from,
      to: to ?? '',
      areas: areas.join(' '),
      ...namesTo(titles, 'title'),
      ...namesTo(texts, 'text'),
      by,
      link: url ?? '',
      share,
    }),
  },
  areasOf: ({ areas }) => areas,
  weeksOf: ({ from, to }) => [from, to],
  withTexts: (entry, change) => ({
    ...entry,
    titles: withNames(entry.titles, change),
    ...(entry.texts === undefined ? {} : { texts: withNames(entry.texts, change) }),
    by: change(entry.by),
  }),
  linkOf: ({ url }) => url,
  titleOf: ({ titles, by }) => `${anyName(titles)} (${by})`,
};

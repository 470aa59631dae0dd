import type { KnownOffline } from '../../src/known/known-offline.js';

/** Four incidents, a programme that goes on and two notes, for the areas of the made snapshot. */
export const madeKnown = (): KnownOffline => {
  const incident = (id: string, week: string, area: string | null): KnownOffline['incidents'][number] => ({
    id,
    kind: 'event',
    week,
    area,
    titles: { en: `Title of ${id}`, ar: `عنوان ${id}` },
    source: { name: 'The Gazette' },
  });
  return {
    incidents: [
      incident('works', '2026-W16', 'el-mahatta'),
      incident('clash', '2026-W25', 'cite-olympique'),
      incident('lamp', '2026-W25', 'cite-olympique'),
      incident('march', '2026-W31', null),
    ],
    interventions: [
      { id: 'mediators', from: '2026-W26', to: null, areas: [], titles: { en: 'Mediators' }, by: 'An office' },
    ],
    notes: [
      {
        id: 'square',
        weeks: ['2026-W20', '2026-W22'],
        area: 'el-mahatta',
        language: 'fra',
        text: 'On parle du bruit.',
      },
      { id: 'quay', weeks: ['2026-W20', '2026-W22'], area: 'bab-el-bahr', language: 'eng', text: 'At the quay.' },
    ],
    setAside: 0,
  };
};

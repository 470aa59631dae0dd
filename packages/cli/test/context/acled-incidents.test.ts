import { InputError } from '@marsad/records';
import { describe, expect, it } from 'vitest';
import { acledIncidents } from '../../src/context/acled-incidents.js';

const areas = { containing: (lng: number) => (lng < 10 ? 'station' : undefined) };
const HEAD =
  'event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,latitude,longitude,geo_precision,notes';

describe('an ACLED export', () => {
  it('gives week, area and kind, never shared, without actors and notes', () => {
    const text = `${HEAD}\nABC12,14 June 2026,1,Riots,Mob violence,Somebody,35.5,5,1,"Somebody was seen"\n`;
    const [{ entry } = { entry: undefined }] = acledIncidents(text, 'acled.csv', areas).entries;
    expect(entry).toEqual({
      id: 'acled-abc12',
      kind: 'clash',
      week: '2026-W24',
      area: 'station',
      titles: { en: 'Riots: Mob violence' },
      source: { name: 'ACLED' },
      share: 'none',
      reshare: false,
    });
    expect(JSON.stringify(entry)).not.toContain('Somebody');
  });

  it('names no neighbourhood where the place is only near by', () => {
    const text = `${HEAD}\nABC13,2026-06-14,2,Protests,,X,35.5,5,2,\n`;
    expect(acledIncidents(text, 'acled.csv', areas).entries[0]?.entry.area).toBeNull();
  });

  it('leaves out what lies elsewhere, what is known to the month, and days that are none, by line', () => {
    const text = `${HEAD}\nA1,2026-06-14,1,Riots,,X,35.5,15,1,\nA2,2026-06-14,3,Riots,,X,35.5,5,1,\nA3,soon,1,Riots,,X,35.5,5,1,\nA4,2026-06-14,1,Riots,,X,,,1,\n`;
    const { entries, problems } = acledIncidents(text, 'acled.csv', areas);
    expect(entries).toEqual([]);
    expect(problems.map(({ line }) => line)).toEqual([2, 3, 4, 5]);
  });

  it('is refused without its columns', () => {
    expect(() => acledIncidents('id,when\n1,2\n', 'x.csv', areas)).toThrow(InputError);
  });
});

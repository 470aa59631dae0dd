import type { CrosswalkRow } from '@marsad/observatory';

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A crosswalk as CSV (RFC 4180): an empty id stands for ground outside all areas of that version. */
export const crosswalkCsv = (rows: readonly CrosswalkRow[]): string =>
  [
    'old_id,new_id,square_km,share_of_old,share_of_new',
    ...rows.map(({ oldId, newId, squareKm, shareOfOld, shareOfNew }) =>
      [
        cell(oldId ?? ''),
        cell(newId ?? ''),
        squareKm.toFixed(6),
        ...[shareOfOld, shareOfNew].map((share) => share.toFixed(9)),
      ].join(','),
    ),
    '',
  ].join('\n');

import type { Inspection } from '@marsad/observatory';
import { TIERS } from '@marsad/records';

const kilobytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1000)).toLocaleString('en')} kB`;

/** What a snapshot is, in lines for a person: a name, then what there is to say. */
export const inspectionLines = (path: string, inspection: Inspection): string[] => {
  const { city, weeks, model, blocks, files, problems, notes, signature } = inspection;
  const names = [...new Set(Object.values(city.names))].join(' · ');
  const row = (name: string, text: string): string => `${name.padEnd(10)} ${text}`;
  const tiers = TIERS.flatMap((tier) => {
    const own = files.filter((file) => file.tier === tier);
    if (own.length === 0) return [];
    return [`${tier} ${own.length} files, ${kilobytes(own.reduce((sum, { bytes }) => sum + bytes, 0))}`];
  });
  return [
    path,
    row('what', `snapshot, format ${inspection.format}, as a ${inspection.form}`),
    row('city', `${names} (${city.id})${city.fictional ? ', an invented city' : ''}`),
    row('weeks', weeks === null ? 'none: no post is dated' : `${weeks[0]} to ${weeks[1]}`),
    row('tier', inspection.tier),
    row('version', inspection.version === null ? 'none: not signed' : String(inspection.version)),
    row('hash', inspection.sha256),
    row('model', `${model.name} ${model.version}`),
    row('languages', inspection.languages.join(', ')),
    row('areas', String(inspection.areas)),
    row('blocks', `${blocks.shown} shown, ${blocks.suppressed} hidden by the publish gate`),
    row('posts', `about ${inspection.posts.toLocaleString('en')}, of ${inspection.sources} sources`),
    ...tiers.map((text, at) => row(at === 0 ? 'files' : '', text)),
    ...(signature ?? ['none: who made it cannot be told']).map((text, at) => row(at === 0 ? 'signature' : '', text)),
    ...(inspection.ok ? [row('check', 'whole and unchanged')] : problems.map((text) => row('wrong', text))),
    ...notes.map((text) => row('note', text)),
  ];
};

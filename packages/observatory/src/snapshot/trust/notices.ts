import { type Envelope, type Notice, notice } from '@marsad/records';
import { checkSignatures, hashOfSigned, openEnvelope, type Signers, tooFew } from './envelope.js';
import type { Refusal } from './refusal.js';
import { filesByNumber, NOTICE_FILES } from './trust-files.js';

const REMEDY = 'Ask the city for a package with all its notices, as `marsad snapshot sign` writes it.';

interface By {
  city: string;
  signers: Signers;
  role: { keys: readonly string[]; threshold: number };
}

/** Reads the notices of a package: all from number 1 on, none left out, each signed by the city's newest keys. */
export const readNotices = (
  files: ReadonlyMap<string, Uint8Array>,
  { city, signers, role }: By,
): { notices: Envelope<Notice>[]; refusals: Refusal[] } => {
  const notices: Envelope<Notice>[] = [];
  const refusals: Refusal[] = [];
  for (const { number, path, bytes } of filesByNumber(files, NOTICE_FILES)) {
    const opened = openEnvelope(path, bytes, notice);
    if ('refusal' in opened) return { notices: [], refusals: [opened.refusal] };
    const { envelope } = opened;
    const expected = notices.length + 1;
    if (number !== expected || envelope.signed.number !== expected)
      refusals.push({
        code: 'notice-left-out',
        message: `${path}: expected notice ${expected}, got notice ${envelope.signed.number}`,
        remedy: REMEDY,
      });
    if (envelope.signed.city !== city)
      refusals.push({
        code: 'other-city',
        message: `${path}: expected a notice of ${city}, got one of ${envelope.signed.city}`,
        remedy: REMEDY,
      });
    const checked = checkSignatures(path, envelope, signers);
    refusals.push(...checked.refusals);
    if (checked.refusals.length === 0) refusals.push(...tooFew(path, checked.signers, role));
    notices.push(envelope);
  }
  return { notices: refusals.length === 0 ? notices : [], refusals };
};

/** Where notices contradict those that are remembered, number by number. */
export const changedNotices = (came: readonly Envelope<Notice>[], known: readonly Envelope<Notice>[]): Refusal[] =>
  came.flatMap(({ signed }, index) => {
    const before = known[index];
    if (!before || hashOfSigned(before.signed) === hashOfSigned(signed)) return [];
    return [
      {
        code: 'notice-changed' as const,
        message: `${NOTICE_FILES.path(signed.number)}: expected the notice of ${before.signed.issued} that is known, got another with its number`,
        remedy: 'Ask the city which of the two it wrote; a city never changes a notice, it writes another.',
      },
    ];
  });

/** Versions that notices withdraw, ascending. */
export const withdrawnBy = (notices: readonly Envelope<Notice>[]): number[] => {
  const versions = notices.flatMap(({ signed }) => (signed.type === 'withdrawal' ? signed.versions : []));
  return [...new Set(versions)].sort((a, b) => a - b);
};

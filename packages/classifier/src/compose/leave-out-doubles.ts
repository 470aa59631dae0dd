import type { Finding } from './finding.js';

/**
 * Leaves out abuse and camp hostility in words that are already counted as hate: «X are traitors» of a protected group
 * is hate, not polarisation beside it.
 */
export const leaveOutDoubles = (findings: readonly Finding[]): Finding[] => {
  const hateful = findings.filter(({ signal, weight }) => signal === 'hate' && weight !== 'hint');
  if (hateful.length === 0) return [...findings];
  return findings.filter(
    ({ signal, from, to }) =>
      (signal !== 'offensive' && signal !== 'polarisation') ||
      !hateful.some((hate) => from < hate.to && to > hate.from),
  );
};

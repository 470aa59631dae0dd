import { InputError } from '@marsad/records';
import { z } from 'zod';

/** The file by which a published folder is known again. */
export const SITE_MARKER = 'marsad-site.json';

/** A path inside of the folder: plain names, no way out of it. */
const ownPath = z
  .string()
  .regex(/^(?!.*(?:^|\/)\.\.?(?:\/|$))[\w.-]+(?:\/[\w.-]+)*$/, 'expected a path inside of the folder');

const siteMarker = z.object({
  format: z.object({ name: z.literal('marsad-site'), version: z.string().regex(/^1\.\d+\.\d+$/) }),
  /** SHA-256 of the manifest of the snapshot that is shown */
  snapshot: z.string().regex(/^[0-9a-f]{64}$/),
  /** every file that was written, sorted; whatever else lies in the folder is somebody else's */
  files: z.array(ownPath),
});

/** The text of a marker: the same for the same site. */
export const markerText = (snapshot: string, files: Iterable<string>): string =>
  `${JSON.stringify(
    { format: { name: 'marsad-site', version: '1.0.0' }, snapshot, files: [...new Set(files)].sort() },
    null,
    2,
  )}\n`;

/**
 * The files that an earlier publication wrote, by its marker.
 * @throws InputError when the marker cannot be trusted: nothing may be deleted by it then
 */
export const readMarker = (text: string, dir: string): Set<string> => {
  let spec: unknown;
  try {
    spec = JSON.parse(text);
  } catch {
    spec = undefined;
  }
  const marker = siteMarker.safeParse(spec);
  if (!marker.success) {
    throw new InputError('site-marker-broken', `${dir}/${SITE_MARKER}: expected the list of a published site's files`, {
      cause: marker.error,
      remedy: 'Publish into a new folder; nothing was written.',
    });
  }
  return new Set(marker.data.files);
};

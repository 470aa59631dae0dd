import { SIGNATURE_FILE } from '@marsad/observatory/snapshot';
import { cityProfile, names, snapshotStatement } from '@marsad/records';
import { z } from 'zod';
import { cityEvidence, evidenceOf } from '../compare/evidence.js';
import { placesOf } from '../contests/check-about.js';
import type { ParsedSnapshot } from '../receive/parse-snapshot.js';
import { profileIn } from '../receive/profile-in.js';

/** Grows whenever something is added to what is read of a package: what was kept by an older program is read anew. */
const FORM = 2;

/** What the region needs of a package: read once, when it is taken, so that hundreds of cities are shown without opening one. */
export const toldOfPackage = z.object({
  form: z.literal(FORM),
  evidence: cityEvidence,
  profile: cityProfile.omit({ names: true, resources: true }),
  /** names of neighbourhoods and districts by id */
  places: z.record(z.string(), names),
  /** the hub it was made for alone; null: for anybody */
  audience: z.string().nullable(),
});
export type ToldOfPackage = z.infer<typeof toldOfPackage>;

const envelope = z.looseObject({ signed: snapshotStatement });

/** Reads it of the files of a package that was judged. */
export const tellPackage = (
  files: ReadonlyMap<string, Uint8Array>,
  { manifest, areas, figures }: ParsedSnapshot,
): ToldOfPackage => {
  const {
    names: _names,
    resources: _resources,
    ...profile
  } = profileIn(files) ?? { names: {}, resources: [], languages: [] };
  const signature: unknown = JSON.parse(new TextDecoder().decode(files.get(SIGNATURE_FILE)));
  return {
    form: FORM,
    evidence: evidenceOf(manifest, figures),
    profile,
    places: Object.fromEntries(placesOf(manifest, areas)),
    audience: envelope.parse(signature).signed.audience,
  };
};

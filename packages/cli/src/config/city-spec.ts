import { sourceSpec } from '@marsad/collector';
import { names, protectionRules } from '@marsad/records';
import { z } from 'zod';
import { profileSpec } from './profile-spec.js';

const languageCode = z.string().regex(/^[a-z]{3}$/, 'expected an ISO 639-3 code such as ara, fra or eng');

/** What a city writes in city.yaml; docs/configuration.md describes every field. */
export const citySpec = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'expected lower-case letters, digits and hyphens'),
  names,
  /** an invented city: the viewer says so on every screen */
  fictional: z.boolean().default(false),
  languages: z.array(languageCode).min(1),
  /** e-mail or web address that the User-Agent names, so that a site's owner can reach the city; needed to collect */
  contact: z
    .union([z.email(), z.url({ protocol: /^https?$/ })], 'expected an e-mail address or a web address')
    .optional(),
  boundaries: z.string().min(1),
  gazetteer: z.string().min(1).optional(),
  districts: z.record(z.string(), names).default({}),
  classify: z
    .strictObject({
      /** the rules alone, or the trained model over them (docs/decisions/0009) */
      engine: z.enum(['lexicon', 'linear']).default('lexicon'),
      /** lexicon files of the city's own, read beside those that ship */
      lexicons: z.array(z.string().min(1)).default([]),
    })
    .prefault({}),
  protection: protectionRules.prefault({}),
  profile: profileSpec.prefault({}),
  /** what people know offline: a file for each kind, CSV or JSON Lines */
  context: z
    .strictObject({
      incidents: z.string().min(1).optional(),
      interventions: z.string().min(1).optional(),
      notes: z.string().min(1).optional(),
      narratives: z.string().min(1).optional(),
    })
    .prefault({}),
  /** hosts on private addresses that may be collected all the same, such as an intranet archive */
  allowPrivateHosts: z.array(z.string().min(1)).default([]),
  sources: z
    .array(sourceSpec)
    .default([])
    .superRefine((sources, context) => {
      const seen = new Set<string>();
      sources.forEach((source, index) => {
        if (seen.has(source.id)) {
          context.addIssue({
            code: 'custom',
            path: [index, 'id'],
            message: `expected an id used once, got "${source.id}" again`,
          });
        }
        seen.add(source.id);
      });
    }),
});
export type CityConfig = z.infer<typeof citySpec>;

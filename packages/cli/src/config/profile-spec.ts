import { cityProfile, names, resource } from '@marsad/records';
import { z } from 'zod';

const webAddress = z.url({ protocol: /^https?$/ });

/**
 * `profile` in city.yaml: what the city says of itself to those it shares snapshots with. As `cityProfile`, but a field that
 * it does not know is a mistake of spelling here; names and languages are those of the city.
 */
export const profileSpec = z.strictObject({
  region: cityProfile.shape.region,
  country: cityProfile.shape.country,
  population: cityProfile.shape.population,
  contact: z.strictObject({ office: names, email: z.email().optional(), url: webAddress.optional() }).optional(),
  framework: z.strictObject({ titles: names, url: webAddress.optional() }).optional(),
  resources: z.array(z.strictObject(resource.shape)).default([]),
  licence: z
    .strictObject({
      name: z.string().regex(/^[-a-zA-Z0-9._]+$/, 'expected an identifier such as CC-BY-4.0'),
      title: z.string().min(1).optional(),
      url: webAddress.optional(),
    })
    .optional(),
});

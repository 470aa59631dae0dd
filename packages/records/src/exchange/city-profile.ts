import { z } from 'zod';
import { names } from '../city.js';

/** A text in the languages of the observatory; at least one is needed. */
const texts = names;

/** A programme, guide, training or contact that a city or hub points to. */
export const resource = z.looseObject({
  /** unique within its list */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'expected lower-case letters, digits and hyphens'),
  kind: z.enum(['programme', 'training', 'guidance', 'research', 'contact']),
  titles: texts,
  text: texts.optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  /** ISO 639-3 codes of the languages it is in */
  languages: z.array(z.string()).default([]),
  tags: z.array(z.string().min(1)).default([]),
});
export type Resource = z.infer<typeof resource>;

/** `profile.json`: what a city says of itself to those it shares with; written by people, no figure of any post. */
export const cityProfile = z.looseObject({
  names,
  /** the hub's name for the region, such as `middle-east-and-north-africa` */
  region: z.string().min(1).optional(),
  country: z.string().min(1).optional(),
  languages: z.array(z.string()).default([]),
  population: z.number().int().positive().optional(),
  /** an office, never a private person */
  contact: z
    .looseObject({ office: texts, email: z.email().optional(), url: z.url({ protocol: /^https?$/ }).optional() })
    .optional(),
  /** the local framework of prevention */
  framework: z.looseObject({ titles: texts, url: z.url({ protocol: /^https?$/ }).optional() }).optional(),
  resources: z.array(resource).default([]),
  /** under which terms the snapshot may be used; without it all rights are the city's */
  licence: z
    .looseObject({
      /** a short identifier such as `CC-BY-4.0` */
      name: z.string().regex(/^[-a-zA-Z0-9._]+$/, 'expected an identifier such as CC-BY-4.0'),
      title: z.string().min(1).optional(),
      url: z.url({ protocol: /^https?$/ }).optional(),
    })
    .optional(),
});
export type CityProfile = z.infer<typeof cityProfile>;

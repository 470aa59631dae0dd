import { z } from 'zod';
import { INTERFACE_LANGUAGES } from './taxonomy.js';

/** A name in the languages of the observatory; at least one is needed. */
export const names = z
  .strictObject({
    ar: z.string().min(1).optional(),
    en: z.string().min(1).optional(),
    fr: z.string().min(1).optional(),
  })
  .refine((value) => INTERFACE_LANGUAGES.some((language) => value[language]), 'expected a name in ar, en or fr');
export type Names = z.infer<typeof names>;

/** Below these counts a cell is hidden. A city may raise them, never lower them: the values here are the floor. */
export const PROTECTION_FLOOR = {
  minimumPosts: 10,
  minimumAuthors: 5,
  minimumSources: 3,
  maximumTopAuthorShare: 0.5,
} as const;

export const protectionRules = z.strictObject({
  minimumPosts: z.number().int().min(PROTECTION_FLOOR.minimumPosts).default(PROTECTION_FLOOR.minimumPosts),
  minimumAuthors: z.number().int().min(PROTECTION_FLOOR.minimumAuthors).default(PROTECTION_FLOOR.minimumAuthors),
  minimumSources: z.number().int().min(PROTECTION_FLOOR.minimumSources).default(PROTECTION_FLOOR.minimumSources),
  maximumTopAuthorShare: z
    .number()
    .gt(0)
    .max(PROTECTION_FLOOR.maximumTopAuthorShare)
    .default(PROTECTION_FLOOR.maximumTopAuthorShare),
});
export type ProtectionRules = z.infer<typeof protectionRules>;

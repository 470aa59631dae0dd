import { formCode, functionCode, ideologyCode, stanceCode, targetCode } from '@marsad/records';
import { z } from 'zod';

const forms = z.record(z.string(), z.string().min(1));
const gender = z.enum(['m', 'f']);
const people = z.strictObject({ gender, forms });
const protectedPeople = people.extend({ target: targetCode });

const one = z.literal([0, 1]).optional();

const template = z.strictObject({
  functionality: z.string().min(3),
  labels: z.strictObject({ hate: one, offensive: one, extremism: one, polarisation: one, bridging: one }),
  form: formCode.optional(),
  stance: stanceCode.optional(),
  ideology: ideologyCode.optional(),
  function: functionCode.optional(),
  target: targetCode.optional(),
  targets: z.array(targetCode).min(1).optional(),
  texts: z.array(z.string().min(3)).min(1),
});
export type Template = z.infer<typeof template>;

/** A functional training set of our own writing: templates and what fills them (training/functional/README.md). */
export const functionalFile = z.strictObject({
  language: z.string().regex(/^[a-z]{3}(-[A-Z][a-z]{3})?$/),
  licence: z.string().min(3),
  source: z.string().min(3),
  formNote: z.string().optional(),
  groups: z.array(protectedPeople).min(1),
  unprotected: z.array(people).min(1),
  slurs: z.array(protectedPeople).default([]),
  persons: z.array(z.string()).default([]),
  lists: z.record(z.string(), z.array(z.string().min(1)).min(1)),
  templates: z.array(template).min(1),
});
export type FunctionalFile = z.infer<typeof functionalFile>;

/** More templates for a language, in a file of their own (`fra-news.json` beside `fra.json`), with its people and lists. */
export const moreTemplates = z.strictObject({
  language: z.string(),
  licence: z.string().min(3),
  source: z.string().min(3),
  lists: z.record(z.string(), z.array(z.string().min(1)).min(1)).default({}),
  templates: z.array(template).min(1),
});
export type People = z.infer<typeof people> & { target?: string };

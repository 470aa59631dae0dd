import { z } from 'zod';

/**
 * What the Data Package standard asks of a descriptor, as far as ours uses it. Written from the standard's own profiles, version 2.0
 * (`profiles/target/2.0/datapackage.json` and `profiles/dictionary/{common,package,resource,schema}.yaml` of
 * github.com/frictionlessdata/datapackage): required properties, types, patterns of paths, names and hashes, the closed lists of
 * field types, and that `missingValues` and `categories` are all texts or all objects with a value. `format` of fields,
 * `constraints` and `dialect` are left out, since we write none.
 */
const path = z.string().regex(/^((?=[^./~])(?!file:)((?!\/\.\.\/)(?!\\)(?!:\/\/).)*|(http|ftp)s?:\/\/.*)$/);
const labelled = z.union([
  z.array(z.string()),
  z.array(z.looseObject({ value: z.string(), label: z.string().optional() })),
]);
const contributor = z
  .looseObject({
    title: z.string().optional(),
    path: path.optional(),
    email: z.email().optional(),
    organization: z.string().optional(),
    roles: z.array(z.string()).min(1).optional(),
  })
  .refine((value) => Object.keys(value).length > 0);
const license = z
  .looseObject({
    name: z
      .string()
      .regex(/^([-a-zA-Z0-9._])+$/)
      .optional(),
    path: path.optional(),
    title: z.string().optional(),
  })
  .refine(({ name, path: at }) => name !== undefined || at !== undefined);
const source = z
  .looseObject({ title: z.string().optional(), path: path.optional(), version: z.string().optional() })
  .refine((value) => Object.keys(value).length > 0);

const field = z.looseObject({
  name: z.string(),
  type: z.enum(['string', 'number', 'integer', 'boolean']),
  description: z.string().optional(),
  categories: labelled.optional(),
});
const uniqueNames = z
  .array(z.string())
  .min(1)
  .refine((names) => new Set(names).size === names.length);
const schema = z.looseObject({
  $schema: z.literal('https://datapackage.org/profiles/2.0/tableschema.json'),
  fields: z.array(field).min(1),
  primaryKey: uniqueNames.optional(),
  foreignKeys: z
    .array(
      z.looseObject({
        fields: uniqueNames,
        reference: z.looseObject({ resource: z.string().optional(), fields: uniqueNames }),
      }),
    )
    .min(1)
    .optional(),
  missingValues: labelled.optional(),
});
const resource = z.looseObject({
  $schema: z.literal('https://datapackage.org/profiles/2.0/dataresource.json'),
  name: z.string(),
  path,
  type: z.literal('table').optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  schema: schema.optional(),
  format: z.string().optional(),
  mediatype: z
    .string()
    .regex(/^(.+)\/(.+)$/)
    .optional(),
  encoding: z.string().optional(),
  bytes: z.int().optional(),
  hash: z
    .string()
    .regex(/^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32}|)$/)
    .optional(),
});
/** A descriptor of a Data Package, version 2. Names of resources are unique, as the text of the standard asks. */
export const dataPackageProfile = z.looseObject({
  $schema: z.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
  name: z.string().optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  keywords: z.array(z.string()).min(1).optional(),
  contributors: z.array(contributor).min(1).optional(),
  licenses: z.array(license).min(1).optional(),
  sources: z.array(source).optional(),
  resources: z
    .array(resource)
    .min(1)
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'expected names used once'),
});

import { z } from 'zod';

/**
 * What the Data Package standard, version 2.0, asks of a descriptor, for every property that ours has. Written from the standard's own
 * profile and the dictionaries that it is built of (`profiles/target/2.0/datapackage.json` and `profiles/dictionary/{common,package,resource,
 * schema}.yaml` of github.com/frictionlessdata/datapackage), since no package of npm was found that carries them: required properties, types, patterns of
 * paths, names and hashes, types of fields with the properties that each may have, categories on texts alone, missing values and
 * categories that are all texts or all objects with a value. Beyond the profile, from the text of the standard: names of resources and
 * of fields are unique, keys name fields that there are, foreign keys resources of the package. A property that stands in none of these
 * forms is refused, so that what nobody held against the standard cannot come in; `tier`, and `format`, `languages` and `fictional`
 * of the package, are our own.
 */
const path = z.string().regex(/^((?=[^./~])(?!file:)((?!\/\.\.\/)(?!\\)(?!:\/\/).)*|(http|ftp)s?:\/\/.*)$/);
const labelled = z.union([
  z.array(z.string()),
  z.array(z.strictObject({ value: z.string(), label: z.string().optional() })),
]);
const contributor = z
  .strictObject({
    title: z.string().optional(),
    path: path.optional(),
    email: z.email().optional(),
    organization: z.string().optional(),
    roles: z.array(z.string()).min(1).optional(),
  })
  .refine((value) => Object.keys(value).length > 0);
const license = z
  .strictObject({
    name: z
      .string()
      .regex(/^([-a-zA-Z0-9._])+$/)
      .optional(),
    path: path.optional(),
    title: z.string().optional(),
  })
  .refine(({ name, path: at }) => name !== undefined || at !== undefined);
const source = z
  .strictObject({ title: z.string().optional(), path: path.optional(), version: z.string().optional() })
  .refine((value) => Object.keys(value).length > 0);

const named = { name: z.string(), description: z.string().optional() };
const field = z.discriminatedUnion('type', [
  z.strictObject({ ...named, type: z.literal('string'), categories: labelled.optional() }),
  z.strictObject({ ...named, type: z.enum(['number', 'integer', 'boolean']), categories: z.undefined().optional() }),
]);
const uniqueNames = z
  .array(z.string())
  .min(1)
  .refine((names) => new Set(names).size === names.length, 'expected each name once');
const schema = z
  .strictObject({
    $schema: z.literal('https://datapackage.org/profiles/2.0/tableschema.json'),
    fields: z.array(field).min(1),
    primaryKey: uniqueNames.optional(),
    foreignKeys: z
      .array(
        z.strictObject({
          fields: uniqueNames,
          reference: z.strictObject({ resource: z.string().optional(), fields: uniqueNames }),
        }),
      )
      .min(1)
      .optional(),
    missingValues: labelled.optional(),
  })
  .refine(({ fields }) => new Set(fields.map(({ name }) => name)).size === fields.length, 'expected fields named once')
  .refine(({ fields, primaryKey = [], foreignKeys = [] }) => {
    const names = new Set(fields.map(({ name }) => name));
    return [...primaryKey, ...foreignKeys.flatMap((key) => key.fields)].every((name) => names.has(name));
  }, 'expected keys of fields that there are');
const resource = z
  .strictObject({
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
    bytes: z.int().nonnegative().optional(),
    hash: z
      .string()
      .regex(/^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32}|)$/)
      .optional(),
    tier: z.string(),
  })
  .refine(({ type, schema: of }) => (type === 'table') === (of !== undefined), 'expected a schema of every table');

/** Foreign keys that lead to fields of resources of the package. */
const keysLead = (resources: readonly z.infer<typeof resource>[]): boolean => {
  const fieldsOf = new Map(resources.map(({ name, schema: of }) => [name, of?.fields.map((one) => one.name) ?? []]));
  return resources.every(({ name, schema: of }) =>
    (of?.foreignKeys ?? []).every(
      ({ fields, reference }) =>
        fields.length === reference.fields.length &&
        reference.fields.every((one) => fieldsOf.get(reference.resource ?? name)?.includes(one)),
    ),
  );
};

/** A descriptor of a Data Package, version 2. Names of resources are unique, as the text of the standard asks. */
export const dataPackageProfile = z.strictObject({
  $schema: z.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
  name: z.string().optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  keywords: z.array(z.string()).min(1).optional(),
  contributors: z.array(contributor).min(1).optional(),
  licenses: z.array(license).min(1).optional(),
  sources: z.array(source).optional(),
  format: z.strictObject({ name: z.string(), version: z.string() }),
  tier: z.string(),
  languages: z.array(z.string()),
  fictional: z.literal(true).optional(),
  resources: z
    .array(resource)
    .min(1)
    .refine(keysLead, 'expected foreign keys that lead to fields of the package')
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'expected names used once'),
});

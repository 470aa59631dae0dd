import { areaId, InputError, type Names, names } from '@marsad/records';
import { shown } from './shown.js';

type Properties = Record<string, unknown>;

/** Property names under which published boundaries keep a name in each language. */
const FIELDS = {
  ar: ['name_ar', 'name:ar', 'ar'],
  en: ['name_en', 'name:en', 'en'],
  fr: ['name_fr', 'name:fr', 'fr'],
} as const;

const textIn = (properties: Properties, fields: readonly string[]): string | undefined => {
  for (const field of fields) {
    const value = properties[field];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return undefined;
};

/** Which property holds a name: `plain` for one whose language the letters tell, the others for one language each. */
export interface NameFields {
  plain?: string;
  ar?: string;
  en?: string;
  fr?: string;
}

const LANGUAGES = ['ar', 'en', 'fr'] as const;

/** The fields that `namesOf` looks for a name in, as messages list them. */
export const expectedNames = (fields: NameFields | undefined): string => {
  if (fields?.plain !== undefined) return `\`${fields.plain}\``;
  const asked = LANGUAGES.flatMap((language) => fields?.[language] ?? []);
  return (asked.length > 0 ? asked : ['name', 'name_ar', 'name_fr', 'name_en'])
    .map((field) => `\`${field}\``)
    .join(', ');
};

const noName = (where: string, expected: string, properties: Properties): InputError =>
  new InputError('no-name', `${where}: expected a name in ${expected}, got properties ${listOf(properties)}`, {
    remedy: 'Say which property holds the name: --name-field FIELD.',
  });

/**
 * The names of one area. A plain `name` counts as Arabic when it has Arabic letters, else it fills English, the language a
 * reader of Latin letters falls back to.
 * @param fields which properties to read; absent: those under which boundaries are mostly published
 * @throws InputError when there is no name, or none in the plain field that was named
 */
export const namesOf = (properties: Properties, fields: NameFields | undefined, where: string): Names => {
  if (fields === undefined && properties.names !== undefined) {
    const given = names.safeParse(properties.names);
    if (given.success) return given.data;
    const [issue] = given.error.issues;
    throw new InputError('bad-names', `${where}: names.${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
  const named = LANGUAGES.some((language) => fields?.[language] !== undefined);
  const plainFields = fields?.plain === undefined ? (named ? [] : ['name', 'NAME', 'Name']) : [fields.plain];
  const plain = textIn(properties, plainFields);
  if (fields?.plain !== undefined && plain === undefined) throw noName(where, expectedNames(fields), properties);
  const inArabic = plain !== undefined && /\p{Script=Arabic}/u.test(plain);
  const own = (language: (typeof LANGUAGES)[number]): string | undefined => {
    const field = fields?.[language];
    return textIn(properties, field === undefined ? (named ? [] : FIELDS[language]) : [field]);
  };
  const ar = own('ar') ?? (inArabic ? plain : undefined);
  const en = own('en') ?? (inArabic ? undefined : plain);
  const fr = own('fr');
  if (ar === undefined && en === undefined && fr === undefined) throw noName(where, expectedNames(fields), properties);
  return { ...(ar && { ar }), ...(en && { en }), ...(fr && { fr }) };
};

const listOf = (properties: Properties): string => Object.keys(properties).sort().join(', ') || '(none)';

/** The id that a name suggests: lower case, letters and digits joined by hyphens. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 100) || 'area';

/**
 * One id per feature: its own where it has one, else made from its name, with `-2`, `-3` … in file order where that is
 * taken.
 * @throws InputError when two features carry the same id
 */
export const idsOf = (features: readonly { id: unknown; names: Names; where: string }[]): string[] => {
  const taken = new Map<string, string>();
  const given = features.map(({ id, where }) => {
    if (id === undefined || id === null) return undefined;
    const own = areaId.safeParse(typeof id === 'number' ? String(id) : id);
    if (!own.success)
      throw new InputError('bad-id', `${where}: expected an id of 1 to 200 characters, got ${shown(id)}`);
    const before = taken.get(own.data);
    if (before !== undefined)
      throw new InputError('same-id', `${where}: expected an id of its own, but ${before} has it too`);
    taken.set(own.data, where);
    return own.data;
  });
  return features.map(({ names: { en, fr, ar }, where }, index) => {
    const own = given[index];
    if (own !== undefined) return own;
    const slug = slugOf(en ?? fr ?? ar ?? '');
    let id = slug;
    for (let number = 2; taken.has(id); number += 1) id = `${slug}-${number}`;
    taken.set(id, where);
    return id;
  });
};

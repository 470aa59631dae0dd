import type { Names } from '@marsad/records';

/** The `districts` of a city.yaml, as text. JSON strings are YAML too. */
export const districtsYaml = (districts: Readonly<Record<string, Names>>): string[] => [
  'districts:',
  ...Object.entries(districts).map(([id, names]) => {
    const listed = Object.entries(names).map(([language, name]) => `${language}: ${JSON.stringify(name)}`);
    return `  ${JSON.stringify(id)}: { ${listed.join(', ')} }`;
  }),
];

import type { AreaFields } from '@marsad/observatory';
import { InputError } from '@marsad/records';
import type { Command } from 'commander';

/** The options that say which property of a file of boundaries holds what. */
export interface AreaFlags {
  nameField?: string[];
  idField?: string;
  parentField?: string;
  populationField?: string;
  layer?: string;
}

/** Adds those options to a command. */
export const withAreaOptions = (command: Command): Command =>
  command
    .option(
      '--name-field <field>',
      'property that holds the name, or ar=FIELD, fr=FIELD, en=FIELD (may be given several times)',
      (value: string, before: string[] = []) => [...before, value],
    )
    .option('--id-field <field>', 'property that holds the id (the feature’s own id, or its name, when absent)')
    .option('--parent-field <field>', 'property that names the district: neighbourhood → district → city')
    .option('--population-field <field>', 'property that holds how many people live there (`population` when absent)')
    .option('--layer <name>', 'layer to read, where a file has several');

/**
 * Reads `--name-field` and its neighbours.
 * @throws InputError for a language that is none of the observatory's
 */
export const areaFieldsOf = ({ nameField = [], idField, parentField, populationField }: AreaFlags): AreaFields => {
  const name: NonNullable<AreaFields['name']> = {};
  for (const given of nameField) {
    const [, language, field] = /^([a-z]{2,3})=(.+)$/s.exec(given) ?? [];
    if (language === undefined || field === undefined) name.plain = given;
    else if (language === 'ar' || language === 'en' || language === 'fr') name[language] = field;
    else
      throw new InputError('bad-name-field', `--name-field: expected ar=, en= or fr= before the field, got ${given}`);
  }
  return {
    ...(nameField.length > 0 && { name }),
    ...(idField !== undefined && { id: idField }),
    ...(parentField !== undefined && { parent: parentField }),
    ...(populationField !== undefined && { population: populationField }),
  };
};

import { InputError } from '@marsad/records';

/**
 * The layer that is read: the one asked for, or the only one.
 * @throws InputError when there is none of that name, or several and none was asked for
 */
export const chooseLayer = (layers: readonly string[], asked: string | undefined, file: string): string => {
  const listed = layers.slice(0, 20).join(', ') || '(none)';
  if (asked !== undefined) {
    if (layers.includes(asked)) return asked;
    throw new InputError('no-layer', `${file}: expected a layer ${asked}, got ${listed}`);
  }
  const [only] = layers;
  if (only !== undefined && layers.length === 1) return only;
  throw new InputError('which-layer', `${file}: expected one layer of polygons, got ${layers.length}: ${listed}`, {
    ...(layers.length > 1 && { remedy: 'Say which one: --layer NAME.' }),
  });
};

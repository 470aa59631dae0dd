import { InputError, type Resource, resource } from '@marsad/records';
import { changeHub, type Hub } from '../open-hub.js';
import { HUB, replaceResources } from './replace-resources.js';

const parsedLine = (line: string, at: number, name: string): Resource => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new InputError('library-line', `${name}, line ${at}: expected one resource as JSON`, { cause });
  }
  const parsed = resource.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new InputError('library-line', `${name}, line ${at}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`, {
    remedy: 'Nothing was imported. docs/hub.md shows a resource.',
  });
};

/**
 * Takes the hub's own list of resources, one JSON object a line, in place of the one before: all of it or nothing.
 * @param name what messages call the file
 * @returns how many there are
 * @throws {InputError} naming the line that is none
 */
export const importLibrary = async (hub: Hub, text: string, name: string): Promise<number> => {
  const resources: Resource[] = [];
  for (const [at, line] of text.split('\n').entries())
    if (line.trim() !== '') resources.push(parsedLine(line, at + 1, name));
  const ids = new Set<string>();
  for (const { id } of resources) {
    if (ids.has(id)) throw new InputError('library-twice', `${name}: expected each id once, got "${id}" twice`);
    ids.add(id);
  }
  await changeHub(hub, (trx) => replaceResources(trx, HUB, resources));
  return resources.length;
};

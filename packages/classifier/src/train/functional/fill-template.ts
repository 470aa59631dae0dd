import type { Chance } from '../../chance.js';
import type { FunctionalFile, People, Template } from './functional-file.js';

const SLOT = /\{([^{}]*)\}/g;
const CHOICE = /\[([^[\]]*)\]/g;

/** Which forms a text asks of a cast («{group.pl}» asks «pl» of group). */
const asked = (text: string, role: string): string[] =>
  [...text.matchAll(SLOT)].flatMap(([, inside = '']) =>
    inside.startsWith(`${role}.`) ? [inside.slice(role.length + 1)] : [],
  );

const candidates = (list: readonly People[], formsAsked: readonly string[], targets?: readonly string[]): People[] =>
  list.filter(
    ({ forms, target }) =>
      formsAsked.every((form) => forms[form] !== undefined) &&
      (!targets || (target !== undefined && targets.includes(target))),
  );

export interface Filled {
  text: string;
  target: string | undefined;
}

const wrong = (file: FunctionalFile, text: string, why: string): RangeError =>
  new RangeError(`functional set ${file.language}: ${why}, in ${JSON.stringify(text)}`);

/**
 * Fills one text of a template by chance; undefined where no people have all the forms that it asks for.
 * @throws RangeError for a slot that names nothing
 */
export const fillTemplate = (
  file: FunctionalFile,
  { targets, target }: Template,
  written: string,
  chance: Chance,
): Filled | undefined => {
  const chosen = written.replace(CHOICE, (_, inside: string) => chance.pick(inside.split('|')));
  const roles: Record<string, readonly People[]> = {
    group: candidates(file.groups, asked(chosen, 'group'), targets),
    slur: candidates(file.slurs, asked(chosen, 'slur'), targets),
    unprotected: candidates(file.unprotected, asked(chosen, 'unprotected')),
  };
  const cast = new Map<string, People>();
  for (const [role, list] of Object.entries(roles)) {
    if (asked(chosen, role).length === 0) continue;
    if (list.length === 0) return undefined;
    cast.set(role, chance.pick(list));
  }
  const others = asked(chosen, 'other');
  if (others.length > 0) {
    const list = candidates(file.groups, others).filter(
      (each) => each !== cast.get('group') && each.target !== cast.get('group')?.target,
    );
    if (list.length === 0) return undefined;
    cast.set('other', chance.pick(list));
  }
  const about = cast.get('group') ?? cast.get('slur') ?? cast.get('unprotected');
  const member = (name: string): string => {
    if (name === 'person') return file.persons.length > 0 ? chance.pick(file.persons) : '';
    const list = file.lists[name];
    if (!list) throw wrong(file, written, `expected a list named ${JSON.stringify(name)}`);
    return chance.pick(list);
  };
  const text = chosen.replace(SLOT, (_, inside: string) => {
    if (inside.startsWith('g:')) {
      const [masculine = '', feminine = ''] = inside.slice(2).split('|');
      return (about?.gender === 'f' ? feminine : masculine).replace(/\$(\w+)/g, (_all, name: string) => member(name));
    }
    const [role = '', form] = inside.split('.');
    if (form === undefined) return member(inside);
    const filled = cast.get(role)?.forms[form];
    if (filled === undefined) throw wrong(file, written, `expected people named ${JSON.stringify(role)}`);
    return filled;
  });
  return { text: text.replace(/\s+/g, ' ').trim(), target: target ?? about?.target };
};

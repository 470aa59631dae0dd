const ENTITY = /<!ENTITY\s+([\w.:-]{1,50})\s+(?:"([^"]{0,1000})"|'([^']{0,1000})')\s*>/g;

/**
 * The entities an internal subset declares with text of their own. One that refers to other entities or holds markup is
 * left out, and so is every outside one: nothing can grow, and nothing is fetched.
 * @returns replacement text by name, its character references not decoded
 */
export const doctypeEntities = (declaration: string): ReadonlyMap<string, string> => {
  const entities = new Map<string, string>();
  for (const [, name = '', double, single] of declaration.slice(0, 100_000).matchAll(ENTITY)) {
    const text = double ?? single ?? '';
    if (!/[<%]|&(?!#)/.test(text) && !entities.has(name)) entities.set(name, text);
  }
  return entities;
};

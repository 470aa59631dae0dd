import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** `sources[0].url` for the path `['sources', 0, 'url']`. */
export const fieldPath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`),
    '',
  );

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

const valueAt = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    root,
  );

/** What was expected and what came, in one clause, for one issue of a zod parse of `root`. */
export const describeIssue = (issue: Issue, root: unknown): string => {
  const got = valueAt(root, issue.path);
  if (issue.code === 'unrecognized_keys') {
    return `unknown key ${issue.keys.map((key) => `"${key}"`).join(', ')}; remove it or check its spelling`;
  }
  if (issue.code === 'invalid_type') {
    return got === undefined
      ? `expected ${issue.expected}, but it is missing`
      : `expected ${issue.expected}, got ${shown(got)}`;
  }
  if (issue.code === 'invalid_value') {
    return `expected ${issue.values.map((value) => shown(value)).join(' or ')}, got ${shown(got)}`;
  }
  if (issue.code === 'invalid_union') {
    return `${issue.message.replace(/^Invalid input$/, 'no known form fits')}, got ${shown(got)}`;
  }
  return issue.message.startsWith('expected') && !issue.message.includes('got')
    ? `${issue.message}, got ${shown(got)}`
    : issue.message;
};

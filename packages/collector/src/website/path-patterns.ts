const toExpression = (pattern: string): RegExp => {
  const source = pattern
    .split(/(\*+)/)
    .map((part) => (part === '*' ? '[^/?]*' : /^\*+$/.test(part) ? '.*' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')))
    .join('');
  return new RegExp(`^${source}$`, 'su');
};

const decoded = (path: string): string => {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
};

/**
 * Whether an address matches any of the patterns of city.yaml: `*` within one segment, `**` across segments. Patterns are
 * matched against the path, those with a `?` against path and query; Arabic letters may be written as such.
 */
export const pathMatcher = (patterns: readonly string[]): ((url: string) => boolean) => {
  const compiled = patterns.map((pattern) => ({
    expression: toExpression(decoded(pattern)),
    withQuery: pattern.includes('?'),
  }));
  return (url) => {
    const { pathname, search } = new URL(url);
    const path = decoded(pathname);
    return compiled.some(({ expression, withQuery }) => expression.test(withQuery ? path + decoded(search) : path));
  };
};

import { parseRobots, productToken, type Robots, type RobotsGroup, type RobotsRule } from './parse-robots.js';
import { normalEscapes, openQuery } from './percent-encoding.js';

/**
 * Characters looked at for one answer. A legal file of wildcards cost a well-known matcher four seconds; past this
 * budget the answer is no, which errs on the side of the site.
 */
const STEP_BUDGET = 200_000_000;

/** Whether the pattern matches from the start of the path: greedy, leftmost, without backtracking. Counts its steps. */
const matches = (rule: Pick<RobotsRule, 'pieces' | 'anchored'>, path: string, steps: { left: number }): boolean => {
  const [first = '', ...rest] = rule.pieces;
  steps.left -= first.length + 1;
  if (!path.startsWith(first)) return false;
  if (rest.length === 0) return !rule.anchored || path.length === first.length;
  let position = first.length;
  for (const [index, piece] of rest.entries()) {
    if (rule.anchored && index === rest.length - 1) {
      return path.length - piece.length >= position && path.endsWith(piece);
    }
    const found = path.indexOf(piece, position);
    steps.left -= piece.length + 1 + (found < 0 ? path.length : found) - position;
    if (found < 0 || steps.left < 0) return false;
    position = found + piece.length;
  }
  return true;
};

/**
 * Path and query as a request line has them: `/` when there is none, without fragment. An address may lack its scheme
 * (`example.org/a`). Robots patterns may name `*` and `$` only in their escaped form.
 */
const pathOf = (url: string): string => {
  const withoutFragment = url.split('#', 1)[0] ?? '';
  const authority = /^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/?;]*|^[^/?;]+/i.exec(withoutFragment)?.[0] ?? '';
  const rest = withoutFragment.slice(authority.length);
  return normalEscapes(rest.startsWith('/') ? rest : `/${rest}`)
    .replaceAll('*', '%2A')
    .replaceAll('$', '%24');
};

/** The merged group for this crawler: its own if there is one, else that for everybody; undefined when neither exists. */
export const groupFor = (robots: Robots, userAgent: string): RobotsGroup | undefined =>
  robots.groups.get(productToken(userAgent)) ?? robots.groups.get('*');

/** Whether a parsed robots.txt lets this crawler fetch the address: longest match wins, `allow` wins a tie. */
export const allows = (robots: Robots, userAgent: string, url: string): boolean => {
  const path = pathOf(url);
  const openPath = openQuery(path);
  if (path === '/robots.txt') return true;
  const steps = { left: STEP_BUDGET };
  let best: RobotsRule | undefined;
  for (const rule of groupFor(robots, userAgent)?.rules ?? []) {
    if (best && (rule.length < best.length || (rule.length === best.length && best.allow))) continue;
    if (matches(rule, path, steps)) best = rule;
    else if (rule.openQuery && openPath !== undefined) {
      if (matches({ ...rule, ...rule.openQuery }, openPath, steps)) best = rule;
    }
    if (steps.left < 0) return false;
  }
  return best?.allow ?? true;
};

/**
 * Whether a robots.txt lets a crawler fetch an address (RFC 9309).
 * @param robotsTxt text of the file; anything at all, HTML included
 * @param userAgent full User-Agent or its product token: what stands before the first slash counts
 * @param url absolute address
 */
export const robotsAllows = (robotsTxt: string, userAgent: string, url: string): boolean =>
  allows(parseRobots(robotsTxt), userAgent, url);

const MAXIMUM_LENGTH = 2_048;
const MAXIMUM_SEGMENTS = 24;
const MAXIMUM_PARAMETERS = 12;
/** Longest run of segments that is looked for as a pattern. */
const MAXIMUM_PERIOD = 4;
const REPEATS = 3;
const SAME_SEGMENT = 5;
const SAME_PARAMETER = 4;
const YEARS_AHEAD = 1;
const EARLIEST_YEAR = 1900;

/** `/2031/05`, `2031-05`, `year=2031`. */
const MONTH = /(?:^|[/=_-])([12]\d{3})[/-](?:0?[1-9]|1[0-2])(?=$|[/\-_.&?;T])/g;
const YEAR_PARAMETER = /[?&](?:year|yr|annee|jahr|ano|سنة)=(\d{4,9})(?=$|[&;])/gi;

/** Numbers of one or two digits are days, months and pages: `/2011/11/11/11` is an hour. */
const tells = (segment: string): boolean => !/^\d{1,2}$/.test(segment);

const repeatsInARow = (segments: readonly string[]): boolean => {
  for (let period = 1; period <= MAXIMUM_PERIOD; period += 1) {
    let run = 0;
    for (let index = period; index < segments.length; index += 1) {
      run = segments[index] === segments[index - period] ? run + 1 : 0;
      if (run < period * (REPEATS - 1)) continue;
      if (segments.slice(index - period + 1, index + 1).some(tells)) return true;
    }
  }
  return false;
};

const mostOften = (words: readonly string[]): number => {
  const counts = new Map<string, number>();
  let most = 0;
  for (const word of words) {
    const count = (counts.get(word) ?? 0) + 1;
    counts.set(word, count);
    most = Math.max(most, count);
  }
  return most;
};

const namesNoMonthOfOurs = (text: string, thisYear: number): boolean => {
  for (const pattern of [MONTH, YEAR_PARAMETER]) {
    for (const [, year] of text.matchAll(pattern)) {
      if (Number(year) > thisYear + YEARS_AHEAD || Number(year) < EARLIEST_YEAR) return true;
    }
  }
  return false;
};

/**
 * Why an address looks like one of endlessly many that a site makes up as it is asked: paths that repeat or grow, calendars
 * without end, filters upon filters. It looks at the address alone, so that a run that was killed decides the same again.
 * What passes is bounded by the source's budget.
 * @param url absolute address
 * @returns kebab-case reason, or undefined where nothing speaks against the address
 */
export const trapReason = (url: string, now: Date): string | undefined => {
  if (url.length > MAXIMUM_LENGTH) return 'address-too-long';
  const { pathname, search } = new URL(url);
  const segments = pathname.split('/').filter((segment) => segment !== '');
  if (segments.length > MAXIMUM_SEGMENTS) return 'path-too-deep';
  if (repeatsInARow(segments) || mostOften(segments.filter(tells)) >= SAME_SEGMENT) return 'path-repeats';
  const parameters = search.slice(1).split('&');
  if (parameters.length > MAXIMUM_PARAMETERS) return 'too-many-parameters';
  if (search !== '' && mostOften(parameters.map((part) => part.split('=', 1)[0] ?? '')) >= SAME_PARAMETER)
    return 'too-many-parameters';
  return namesNoMonthOfOurs(pathname + search, now.getUTCFullYear()) ? 'calendar' : undefined;
};

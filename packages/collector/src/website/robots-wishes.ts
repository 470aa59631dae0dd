/** What a page asks of robots that found it. */
export interface RobotsWishes {
  /** not to be kept: `noindex`, `noarchive` or `none` */
  noIndex: boolean;
  /** its links are not to be followed: `nofollow` or `none` */
  noFollow: boolean;
}

/** Rules that have a value after a colon, as opposed to names of robots. */
const WITH_VALUE = /^(?:unavailable_after|max-snippet|max-image-preview|max-video-preview)$/;
const OURS = /^(?:\*|robots|marsad)$/;

/**
 * Reads `X-Robots-Tag` or the content of a robots meta element. A rule that is addressed to another robot
 * (`googlebot: noindex`) is not ours. Of several headers joined into one it cannot be told where the address ends, so only
 * the rule that stands with it is taken for another's.
 */
export const robotsWishes = (content: string | undefined): RobotsWishes => {
  const wishes: RobotsWishes = { noIndex: false, noFollow: false };
  for (const part of (content ?? '').toLowerCase().split(/[,;]/)) {
    const colon = part.indexOf(':');
    const name = colon < 0 ? '' : part.slice(0, colon).trim();
    if (name !== '' && !OURS.test(name)) continue;
    for (const rule of part.slice(colon + 1).split(/\s+/)) {
      if (WITH_VALUE.test(rule)) break;
      if (rule === 'noindex' || rule === 'noarchive' || rule === 'none') wishes.noIndex = true;
      if (rule === 'nofollow' || rule === 'none') wishes.noFollow = true;
    }
  }
  return wishes;
};

import type { ErrorAnswer } from '../fetch/fetcher.js';
import { parseJson } from './json-answer.js';
import type { Explanation } from './source-reader.js';
import { YOUTUBE_API_KEY } from './youtube.js';
import { apiError } from './youtube-answers.js';

const QUOTA = new Set(['quotaExceeded', 'dailyLimitExceeded', 'rateLimitExceeded', 'userRateLimitExceeded']);
const KEY = new Set([
  'keyInvalid',
  'keyExpired',
  'accessNotConfigured',
  'ipRefererBlocked',
  'API_KEY_INVALID',
  'API_KEY_SERVICE_BLOCKED',
  'API_KEY_IP_ADDRESS_BLOCKED',
  'API_KEY_HTTP_REFERRER_BLOCKED',
  'SERVICE_DISABLED',
]);
const KEY_REMEDY = `Set ${YOUTUBE_API_KEY} to a key for which the YouTube Data API v3 is enabled.`;

/**
 * What the API's reason means for the run: a quota that is used up and a key that is refused stop the source, because every
 * further request would get the same answer; comments that are switched off concern one video.
 */
export const explainYoutubeError = (video: string, { status, body }: ErrorAnswer): Explanation => {
  const said = apiError.safeParse(parseJson(body)).data?.error;
  const reasons = [...(said?.details ?? []), ...(said?.errors ?? [])].flatMap(({ reason }) => reason ?? []);
  const of = (known: ReadonlySet<string>): boolean => reasons.some((reason) => known.has(reason));
  const words = [...reasons.slice(0, 1), ...(said?.message ? [said.message.replace(/<[^>]*>/g, '')] : [])].join(', ');
  if (of(QUOTA)) {
    const message = `YouTube: the quota of the key is used up (${words})`;
    return {
      reason: 'quota-exceeded',
      message,
      later: true,
      stop: true,
      remedy: 'It is renewed at midnight Pacific time: run again then.',
    };
  }
  // A key that is none is answered with the reason badRequest like much else; only the words tell.
  if (of(KEY) || /^API key (?:not valid|expired)/i.test(said?.message ?? '')) {
    const message = `YouTube refuses the key (${words})`;
    return { reason: 'key-refused', message, later: true, stop: true, remedy: KEY_REMEDY };
  }
  if (reasons.includes('commentsDisabled'))
    return { reason: 'comments-disabled', message: `video ${video}: comments are switched off` };
  if (reasons.includes('videoNotFound'))
    return { reason: 'video-not-found', message: `video ${video}: there is none, or it is private` };
  const isPassing = reasons.includes('processingFailure');
  return {
    ...(isPassing ? { later: true } : {}),
    message: `video ${video}: YouTube answered ${status}${words === '' ? '' : `: ${words}`}`,
  };
};

/** Why a source cannot be read without a key. */
export const missingKey = (sourceId: string): { message: string; remedy: string } => ({
  message: `source ${sourceId}: YouTube answers only with a key, and ${YOUTUBE_API_KEY} is not set`,
  remedy: KEY_REMEDY,
});

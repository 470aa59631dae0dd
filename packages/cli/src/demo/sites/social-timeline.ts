import type { SocialStatus } from '../read-content.js';

const DEFAULT_LIMIT = 20;
const MAXIMUM_LIMIT = 40;

interface TimelineQuestion {
  /** NaN or 0 when not asked: 20 */
  limit: number;
  /** only statuses older than this id */
  maxId: bigint | undefined;
  /** only statuses newer than this id, the newest of them first */
  sinceId: bigint | undefined;
  /** only statuses newer than this id, beginning right after it */
  minId: bigint | undefined;
}

/**
 * One page of a timeline, newest first. `since_id` takes the newest statuses of the range, `min_id` those next to the id:
 * the difference that paging forward depends on. Source: docs.joinmastodon.org, "API guidelines: pagination".
 */
export const pageOfTimeline = (newestFirst: readonly SocialStatus[], question: TimelineQuestion): SocialStatus[] => {
  const limit = question.limit >= 1 ? Math.min(Math.floor(question.limit), MAXIMUM_LIMIT) : DEFAULT_LIMIT;
  const floor = question.minId ?? question.sinceId;
  const range = newestFirst.filter(
    ({ id }) =>
      (question.maxId === undefined || BigInt(id) < question.maxId) && (floor === undefined || BigInt(id) > floor),
  );
  return question.minId === undefined ? range.slice(0, limit) : range.slice(-limit);
};

/** The `Link` header of a page: `next` is older, `prev` is newer; undefined for an empty page, which has neither. */
export const timelineLinks = (page: readonly SocialStatus[], asked: URL): string | undefined => {
  const [newest, oldest] = [page[0], page.at(-1)];
  if (!newest || !oldest) return undefined;
  const address = (name: string, id: string): string => {
    const url = new URL(asked);
    for (const key of ['max_id', 'since_id', 'min_id']) url.searchParams.delete(key);
    url.searchParams.set(name, id);
    return url.href;
  };
  return `<${address('max_id', oldest.id)}>; rel="next", <${address('min_id', newest.id)}>; rel="prev"`;
};

import type { BlockFigures, ProtectionRules } from '@marsad/records';

/** All posts of some codes together. */
export const postsOfCodes = (codes: Readonly<Partial<Record<string, number>>>): number =>
  Object.values(codes).reduce<number>((sum, posts) => sum + (posts ?? 0), 0);

/** Posts by code that give away what few people wrote: a code of few posts, or codes left out that amount to few. */
export const thinCodes = (figures: BlockFigures, { minimumPosts }: ProtectionRules): string[] =>
  (['languages', 'rungs', 'stances'] as const).filter((field) => {
    const codes = figures[field];
    const counted = figures.flaggedBy?.posts ?? figures.posts;
    return (
      [figures.posts - counted, counted - postsOfCodes(codes)].some((left) => left !== 0 && left < minimumPosts) ||
      Object.values(codes).some((posts) => posts < minimumPosts)
    );
  });

import { z } from 'zod';

/**
 * Who may read a snapshot, from the widest to the narrowest circle: everybody; other cities and researchers under an
 * agreement; the city's own review team. A copy may keep its tier or lower it, never raise it
 * (docs/decisions/0013-sharing-snapshots.md).
 */
export const TIERS = ['public', 'partner', 'restricted'] as const;
export type Tier = (typeof TIERS)[number];

export const tier = z.enum(TIERS);

/** The tiers whose files a copy of `of` holds: its own and every wider one, widest first. */
export const tiersWithin = (of: Tier): Tier[] => TIERS.slice(0, TIERS.indexOf(of) + 1);

/** The wider of two tiers: what may be handed to a reader who may see `allowed` of what lies there as `held`. */
export const widerTier = (held: Tier, allowed: Tier): Tier =>
  TIERS.indexOf(held) < TIERS.indexOf(allowed) ? held : allowed;

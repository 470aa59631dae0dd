import type { Tier } from '@marsad/records';
import { z } from 'zod';

/** What an account may do, from least to most. */
export const ROLES = ['viewer', 'analyst', 'reviewer', 'hub-admin'] as const;
export type Role = (typeof ROLES)[number];

const TIER_OF_ROLE: Readonly<Record<Role, Tier>> = {
  viewer: 'public',
  analyst: 'partner',
  reviewer: 'restricted',
  'hub-admin': 'restricted',
};

/** The narrowest tier that a role opens. */
export const tierOfRole = (role: Role): Tier => TIER_OF_ROLE[role];

/** A name to log in with; small letters only, so that no two names look alike. */
export const ACCOUNT_NAME = /^[a-z0-9][a-z0-9._-]{0,39}$/;

const base64Of = (bytes: number) =>
  z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes, `expected ${bytes} bytes in base64`);

/** A password as it is kept: what scrypt (RFC 7914) makes of it, with the numbers and the salt it was made with. */
const keptPassword = z.strictObject({
  // Bounded, so that a file that somebody changed cannot have the server use up its memory.
  cost: z.number().int().min(1024).max(131_072),
  blockSize: z.number().int().min(1).max(16),
  parallel: z.number().int().min(1).max(8),
  salt: base64Of(16),
  hash: base64Of(32),
});
export type KeptPassword = z.infer<typeof keptPassword>;

export const account = z.strictObject({
  name: z.string().regex(ACCOUNT_NAME),
  role: z.enum(ROLES),
  password: keptPassword,
  /** when the account was made or last changed */
  since: z.iso.datetime(),
});
export type Account = z.infer<typeof account>;

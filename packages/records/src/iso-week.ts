import { z } from 'zod';

/** An ISO 8601 week, such as `2026-W07`: the finest time unit that is ever shown. */
export const isoWeek = z.string().regex(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/, 'expected an ISO week such as 2026-W07');
export type IsoWeek = z.infer<typeof isoWeek>;

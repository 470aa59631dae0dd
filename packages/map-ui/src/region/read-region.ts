import '../snapshot/no-compiling.js';
import { type Region, region } from '@marsad/records/region';

/** Checks `region.json`; undefined for anything that is not one. */
export const readRegion = (value: unknown): Region | undefined => region.safeParse(value).data;

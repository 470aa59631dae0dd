import { InputError, type Position } from '@marsad/records';
import type { Fault, FaultKind } from './find-faults.js';
import type { Parts } from './read-geometry.js';

/** Why boundaries cannot be used: one spot in one feature, or in two that overlap. */
export interface AreaProblem {
  /** file and feature */
  where: string;
  error: InputError;
  /** WGS 84 degrees, or the file's own units where those are no degrees; undefined where the problem has no place */
  position: Position | undefined;
  /** outlines of the areas concerned, for a picture */
  outlines: readonly Parts[];
}

/** A position as it stands in messages: longitude, latitude, to a centimetre. */
export const shownPosition = ([x, y]: Position): string => `${Number(x.toFixed(7))}, ${Number(y.toFixed(7))}`;

const SAID: Record<FaultKind, { is: string; remedy: string }> = {
  'self-intersection': {
    is: 'its outline crosses itself',
    remedy: 'Draw the outline anew at that spot, or run "Fix geometries" in QGIS and look at the result.',
  },
  'self-touch': {
    is: 'its outline touches itself',
    remedy: 'Draw the outline anew at that spot, or run "Fix geometries" in QGIS and look at the result.',
  },
  'hole-outside': {
    is: 'a hole lies outside its shell',
    remedy: 'Make it a part of its own, or take it out.',
  },
  'nested-holes': { is: 'a hole lies inside another hole', remedy: 'Take the inner one out, or make it a part.' },
  'parts-overlap': { is: 'one of its parts lies on another', remedy: 'Join the parts, or take one out.' },
};

/** A fault of one outline as a problem. */
export const faultProblem = ({ kind, position }: Fault, where: string, parts: Parts): AreaProblem => ({
  where,
  error: new InputError(kind, `${where}: ${SAID[kind].is} near ${shownPosition(position)}`, {
    remedy: SAID[kind].remedy,
  }),
  position,
  outlines: [parts],
});

import type { Position } from '@marsad/records';
import { bbox, featureCollection, intersect, polygon } from '@turf/turf';
import { type Parts, partsOfGeometry } from './read-geometry.js';

/** Degrees. What is wider is no neighbourhood, and what its jumps mean cannot be told. */
const WIDEST = 20;

/** A ring whose longitudes go on beyond 180 instead of jumping; undefined where it runs around a pole. */
const unwrapped = (ring: readonly Position[]): Position[] | undefined => {
  let turns = 0;
  const [first] = ring;
  const smooth = ring.map(([x, y], at): Position => {
    const before = ring[at - 1];
    if (before && x - before[0] > 180) turns -= 1;
    if (before && x - before[0] < -180) turns += 1;
    return [x + turns * 360, y];
  });
  const last = smooth.at(-1);
  return first && last && last[0] === first[0] ? smooth : undefined;
};

const middle = (ring: readonly Position[]): number => {
  const [west, , east] = bbox({ type: 'LineString', coordinates: [...ring] });
  return (west + east) / 2;
};

/** The pieces of one polygon east and west of the 180th meridian; undefined where it does not cross it. */
const cutPolygon = (rings: readonly Position[][]): Parts | undefined => {
  const jumps = rings.some((ring) => ring.some(([x], at) => Math.abs(x - (ring[at - 1]?.[0] ?? x)) > 180));
  const reachesBeyond = rings.some((ring) => ring.some(([x]) => x > 180 && x <= 360));
  if (!jumps && !reachesBeyond) return undefined;
  const smooth: Position[][] = [];
  for (const ring of rings) {
    const own = unwrapped(ring);
    if (own === undefined) return undefined;
    // Holes are brought to the turn of the Earth on which their shell lies.
    const [shell] = smooth;
    const shift = shell === undefined ? 0 : Math.round((middle(shell) - middle(own)) / 360) * 360;
    smooth.push(own.map(([x, y]): Position => [x + shift, y]));
  }
  const [west, south, east, north] = bbox({ type: 'Polygon', coordinates: smooth });
  if (east - west > WIDEST || east === west || west < -360 || east > 540) return undefined;
  const whole = polygon(smooth);
  return [-360, 0, 360].flatMap((shift): Parts => {
    const [left, right] = [shift - 180, shift + 180];
    if (east <= left || west >= right) return [];
    const frame = polygon([
      [
        [left, south - 1],
        [right, south - 1],
        [right, north + 1],
        [left, north + 1],
        [left, south - 1],
      ],
    ]);
    const piece = intersect(featureCollection([whole, frame]));
    if (piece === null) return [];
    return partsOfGeometry(piece.geometry as never).map((part) =>
      part.map((ring) => ring.map(([x, y]): Position => [x - shift, y])),
    );
  });
};

/**
 * Cuts polygons that cross the 180th meridian in two, as RFC 7946, section 3.1.9 asks: those whose longitudes jump from
 * one end to the other, and those that go on beyond 180.
 * @returns undefined when there is nothing to cut
 */
export const cutAtDateLine = (parts: Parts): Parts | undefined => {
  const cut = parts.map(cutPolygon);
  return cut.some((pieces) => pieces !== undefined) ? parts.flatMap((part, at) => cut[at] ?? [part]) : undefined;
};

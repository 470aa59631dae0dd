import { HEADS } from '../linear/heads.js';
import type { Weights } from './fit-heads.js';

const COUNT = HEADS.length;
const MOST = 127;
/** The few weights above this share of all are cut, so that the many others keep their finer steps. */
const KEPT = 0.9999;

/** Packs weights into one signed byte each, with a scale a head. */
export const quantise = ({ weights, biases }: Weights): { packed: Int8Array; scales: number[]; biases: number[] } => {
  const packed = new Int8Array(weights.length);
  const scales: number[] = [];
  for (let head = 0; head < COUNT; head++) {
    const sizes: number[] = [];
    for (let at = head; at < weights.length; at += COUNT) {
      const size = Math.abs(weights[at] ?? 0);
      if (size > 0) sizes.push(size);
    }
    sizes.sort((a, b) => a - b);
    const largest = sizes[Math.floor(KEPT * (sizes.length - 1))] ?? 0;
    const scale = largest / MOST;
    scales.push(scale);
    if (scale === 0) continue;
    for (let at = head; at < weights.length; at += COUNT) {
      packed[at] = Math.max(-MOST, Math.min(MOST, Math.round((weights[at] ?? 0) / scale)));
    }
  }
  return { packed, scales, biases: Array.from(biases) };
};

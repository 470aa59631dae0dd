import type { IsoWeek } from '@marsad/records/snapshot';
import { weeksBetween } from '@marsad/records/without-checks';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { WeekRange } from '../view/coverage.js';
import { movedRange, playedFrom } from '../view/move-range.js';
import type { Choices, View } from './view.js';

/** Two steps a second, and no more: quicker is neither read nor safe for everybody (WCAG 2.3.1). */
const STEP_MS = 500;

/** Playing the chosen weeks forward, and moving them by one. */
export interface Play {
  playing: boolean;
  /** false for readers who want less motion: they step by hand */
  offered: boolean;
  toggle: () => void;
  /** moves the weeks by one, forward or back; null at the end */
  forward: (() => void) | null;
  back: (() => void) | null;
}

const LESS_MOTION = '(prefers-reduced-motion: reduce)';
const followMotion = (changed: () => void): (() => void) => {
  const asked = window.matchMedia(LESS_MOTION);
  asked.addEventListener('change', changed);
  return () => asked.removeEventListener('change', changed);
};
const wantsLessMotion = (): boolean => window.matchMedia(LESS_MOTION).matches;

/**
 * Moves the chosen weeks forward by one week, twice a second, until the last week. It stops as soon as anything else gets
 * the focus or is pressed, and when the page goes out of sight.
 */
export const usePlay = (
  { from, to }: Pick<View, 'from' | 'to'>,
  period: Choices['weeks'],
  change: (part: Partial<View>) => void,
): Play => {
  const weeks = useMemo<IsoWeek[]>(() => (period === null ? [] : weeksBetween(...period)), [period]);
  const [playing, setPlaying] = useState(false);
  // Where pages are made before there is a reader, nobody is known to want less.
  const lessMotion = useSyncExternalStore(followMotion, wantsLessMotion, () => false);
  useEffect(() => {
    if (lessMotion) setPlaying(false);
  }, [lessMotion]);

  const range = from !== null && to !== null ? { from, to } : null;
  const now = useRef(range);
  useEffect(() => {
    now.current = range;
  });
  useEffect(() => {
    if (!playing) return;
    const stop = () => setPlaying(false);
    const stopUnlessPlay = ({ target }: Event) => {
      if (!(target instanceof Element && target.closest('[data-play]'))) stop();
    };
    const timer = setInterval(() => {
      const next = now.current && movedRange(now.current, 1, weeks);
      if (next) change(next);
      else stop();
    }, STEP_MS);
    document.addEventListener('focusin', stopUnlessPlay);
    document.addEventListener('pointerdown', stopUnlessPlay);
    document.addEventListener('visibilitychange', stop);
    return () => {
      clearInterval(timer);
      document.removeEventListener('focusin', stopUnlessPlay);
      document.removeEventListener('pointerdown', stopUnlessPlay);
      document.removeEventListener('visibilitychange', stop);
    };
  }, [playing, weeks, change]);

  const step = (by: number): (() => void) | null => {
    const next: WeekRange | null = range && movedRange(range, by, weeks);
    return next && (() => change(next));
  };
  return {
    playing,
    offered: !lessMotion && weeks.length > 1,
    toggle: () => {
      if (!playing && range) change(playedFrom(range, weeks));
      setPlaying(!playing);
    },
    forward: step(1),
    back: step(-1),
  };
};

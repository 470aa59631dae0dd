import type { IsoWeek } from '@marsad/records/snapshot';
import { useMemo } from 'react';
import { marksOver } from './known-marks.js';
import { eventsOf } from './known-of-place.js';
import { useKnown } from './known-provider.js';
import { KnownStrip } from './known-strip.js';

/** What is known offline, below the track of the week slider: each mark under the place of a handle at its week. */
export const KnownTrack = ({ weeks }: { weeks: readonly IsoWeek[] }) => {
  const known = useKnown();
  const marks = useMemo(() => marksOver(eventsOf(known), weeks), [known, weeks]);
  if (marks.length === 0) return null;
  const last = Math.max(1, weeks.length - 1);
  return (
    <KnownStrip
      marks={marks}
      placeOf={({ kind, column, span }) =>
        kind === 'incident'
          ? { start: (column / last) * 100, size: 0 }
          : { start: (column / last) * 100, size: (Math.max(0.5, span - 1) / last) * 100 }
      }
      reading="over"
      testId="known-track"
    />
  );
};

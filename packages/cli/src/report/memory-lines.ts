import type { GateMemory } from '@marsad/records';

/** What the publish gate holds back of what it once told, in sentences; none where it holds back nothing. */
export const memoryLines = (memory: GateMemory | null): string[] => {
  const withheld = (memory?.withheld.blocks.length ?? 0) + (memory?.withheld.districts.length ?? 0);
  const closed = memory?.closed.areas.length ?? 0;
  return [
    ...(withheld > 0
      ? [
          `${withheld} figures that were told before are hidden, each in the weeks in which it was told: rules were raised since; lowered again, they return`,
        ]
      : []),
    ...(closed > 0
      ? [
          `${closed} neighbourhoods are silent in weeks in which their ground was told under earlier boundaries: their figures begin after these`,
        ]
      : []),
  ];
};

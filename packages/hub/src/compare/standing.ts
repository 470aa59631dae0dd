import type { CityEvidence } from './evidence.js';

/** A city as the hub knows it when cities are compared. */
export interface Standing {
  id: string;
  /** of the version whose figures are shown; null when it was withdrawn */
  evidence: CityEvidence | null;
  fictional: boolean;
  expires: string;
  /** contests that are not answered yet */
  contests: number;
  /** a correction was announced for the version shown */
  correctionAnnounced: boolean;
}

import type { DocumentRole } from '@marsad/records';

/** An address of a source that is to be fetched. */
export interface NewDocument {
  sourceId: string;
  /** canonical URL; unique within the source */
  url: string;
  role: DocumentRole;
  /** links followed from an entry point to here */
  depth: number;
}

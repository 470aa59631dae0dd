/** What rendering one page may take; what a page wants beyond it, it does not get. */
export interface RenderLimits {
  /** from the handing over of a page to its text; what has appeared by then counts */
  milliseconds: number;
  /** requests of one page that are passed on to the web */
  requests: number;
  /** answers to them together, decoded; characters of the page in the end */
  bytes: number;
}

/** Room for a page, its scripts and their data at one request a second. */
export const RENDER_LIMITS: RenderLimits = { milliseconds: 30_000, requests: 25, bytes: 20_000_000 };

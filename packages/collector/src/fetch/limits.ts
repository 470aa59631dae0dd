/** How long and how much one request may take; what a host does beyond it ends the request. */
export interface FetchLimits {
  /** name look-up, connection and TLS together */
  connectMilliseconds: number;
  /** from the request to the end of the answer's header */
  headerMilliseconds: number;
  /** without a byte of the body */
  idleMilliseconds: number;
  /** from the first byte asked to the last byte read, however busily they drip */
  totalMilliseconds: number;
  /** of a body, decoded */
  bodyBytes: number;
}

/** Twice what slow honest servers were seen to need. */
export const FETCH_LIMITS: FetchLimits = {
  connectMilliseconds: 10_000,
  headerMilliseconds: 20_000,
  idleMilliseconds: 15_000,
  totalMilliseconds: 60_000,
  bodyBytes: 10_000_000,
};

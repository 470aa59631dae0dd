import type { PostCandidate } from '@marsad/records';

/** Where in a file something stands. */
export interface Place {
  /** 1-based line; in lists and archives the number of the element or record */
  line: number;
  /** in words, such as `row 17` */
  words: string;
}

/** A page that turned out to hold no text of its own; `reason` in kebab-case. */
export interface EmptyPage {
  locator: string;
  reason: string;
}

/** What a file gives, in file order. */
export type ImportItem =
  /** a text; the text of a page takes a while */
  | { kind: 'text'; place: Place; candidate: PostCandidate | Promise<PostCandidate | EmptyPage> }
  /** something that ought to be a text and may not become a post; `reason` in kebab-case, `problem` in words */
  | { kind: 'bad'; place: Place; locator: string; reason: string; problem: string }
  /** something that holds no text to begin with, such as an image in a web archive: counted, no more */
  | { kind: 'passed-over'; reason: string };

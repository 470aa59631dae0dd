import type { IncomingHttpHeaders } from 'node:http';

/** What a site answers to one request. */
export interface Answer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string | Uint8Array;
}

/** One site of the demo's public web: it answers GET requests for one host name. */
export interface Site {
  hostname: string;
  answer(url: URL, headers: IncomingHttpHeaders): Answer;
}

/** A page of the type given; UTF-8 unless the type says otherwise. */
export const found = (
  type: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Answer => ({
  status: 200,
  headers: { 'content-type': type, ...headers },
  body,
});

/** An answer that sends the client on to another address for good. */
export const movedTo = (location: string): Answer => ({ status: 301, headers: { location }, body: '' });

/** The answer for an address that the site does not know. */
export const notFound = (): Answer => ({
  status: 404,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: '404 not found\n',
});

export const HTML = 'text/html; charset=utf-8';
export const XML = 'application/xml; charset=utf-8';
export const PLAIN = 'text/plain; charset=utf-8';

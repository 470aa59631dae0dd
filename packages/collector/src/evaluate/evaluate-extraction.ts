import { gunzipSync } from 'node:zlib';
import { InputError } from '@marsad/records';
import { z } from 'zod';
import { decodeHtml } from '../extract/decode-html.js';
import { htmlToText } from '../extract/html-to-text.js';
import { extractMainText } from '../extract/main-text.js';
import { countSegments, segmentScore } from './segment-score.js';
import { meanScore, scorePage } from './shingle-score.js';

/** Some extraction reads the address (to drop links to the page itself); sets without addresses are given this one. */
const NO_ADDRESS = 'https://page.invalid/';

export interface ExtractionReport {
  measure: 'shingle-f1' | 'segment-f1';
  pages: number;
  precision: number;
  recall: number;
  f1: number;
}

const READABILITY_TRUTH = 'expected.html';

type Files = ReadonlyMap<string, Uint8Array>;

const articleTruth = z.record(z.string(), z.object({ articleBody: z.string(), url: z.string().optional() }));
const referenceTruth = z.record(z.string(), z.object({ expected_text: z.string() }));
const segmentTruth = z.array(
  z.object({ file: z.string(), with: z.array(z.string()), without: z.array(z.string()), url: z.string().optional() }),
);

const textOf = (bytes: Uint8Array, url: string | undefined): string =>
  extractMainText(decodeHtml(bytes, {}).text, { url: url ?? NO_ADDRESS }).text;

const pathEndingWith = (files: Files, ending: string): string | undefined =>
  [...files.keys()].find((path) => path.endsWith(ending));

const json = (files: Files, path: string): unknown => JSON.parse(Buffer.from(files.get(path) ?? []).toString('utf8'));

const pageReport = (pages: readonly { truth: string; found: string }[]): ExtractionReport => ({
  measure: 'shingle-f1',
  pages: pages.length,
  ...meanScore(pages.map(({ truth, found }) => scorePage(truth, found))),
});

/** scrapinghub/article-extraction-benchmark: `ground-truth.json` and `html/ID.html.gz`. */
const articleBenchmark = (files: Files, truthPath: string): ExtractionReport => {
  const folder = truthPath.slice(0, -'ground-truth.json'.length);
  const pages = Object.entries(articleTruth.parse(json(files, truthPath))).map(([id, { articleBody, url }]) => ({
    truth: articleBody,
    found: textOf(gunzipSync(files.get(`${folder}html/${id}.html.gz`) ?? Buffer.alloc(0)), url),
  }));
  return pageReport(pages);
};

/** rundimeco/waddle: `expected.json` with the paragraphs of each page as HTML, and `html/ID.html`. */
const referenceTexts = (files: Files, truthPath: string): ExtractionReport => {
  const folder = truthPath.slice(0, -'expected.json'.length);
  const pages = Object.entries(referenceTruth.parse(json(files, truthPath))).map(([id, { expected_text }]) => ({
    truth: htmlToText(expected_text),
    found: textOf(files.get(`${folder}html/${id}.html`) ?? Buffer.alloc(0), undefined),
  }));
  return pageReport(pages);
};

/** adbar/trafilatura: `segments.json` and `html/FILE`. */
const segments = (files: Files, truthPath: string): ExtractionReport => {
  const folder = truthPath.slice(0, -'segments.json'.length);
  const entries = segmentTruth.parse(json(files, truthPath));
  const counts = entries.map((entry) =>
    countSegments(
      textOf(files.get(`${folder}html/${entry.file}`) ?? Buffer.alloc(0), entry.url),
      entry.with,
      entry.without,
    ),
  );
  return { measure: 'segment-f1', pages: entries.length, ...segmentScore(counts) };
};

/** mozilla/readability: a folder a page with `source.html` and `expected.html`, the text as Readability's readers want it. */
const readabilityPages = (files: Files): ExtractionReport => {
  const truths = [...files.keys()].filter((path) => path.endsWith(READABILITY_TRUTH)).sort();
  const pages = truths.map((path) => ({
    truth: htmlToText(Buffer.from(files.get(path) ?? []).toString('utf8')),
    found: textOf(files.get(`${path.slice(0, -READABILITY_TRUTH.length)}source.html`) ?? Buffer.alloc(0), undefined),
  }));
  return pageReport(pages);
};

/** The kinds of set by the file that holds their truth. */
const SETS: readonly { truth: string; evaluate: (files: Files, truthPath: string) => ExtractionReport }[] = [
  { truth: 'ground-truth.json', evaluate: articleBenchmark },
  { truth: 'segments.json', evaluate: segments },
  { truth: 'expected.json', evaluate: referenceTexts },
  { truth: READABILITY_TRUTH, evaluate: readabilityPages },
];

/**
 * Scores `extractMainText` on a set of pages with their truth.
 * @param files the set's files by path
 * @throws InputError when the set is of no known kind
 */
export const evaluateExtraction = (files: Files, name: string): ExtractionReport => {
  for (const { truth, evaluate } of SETS) {
    const path = pathEndingWith(files, truth);
    if (path !== undefined) return evaluate(files, path);
  }
  throw new InputError(
    'unknown-set',
    `${name}: expected ${SETS.map(({ truth }) => truth).join(', ')} in it, found none`,
  );
};

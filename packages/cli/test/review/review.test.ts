import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlacedPost, PostText } from '@marsad/store';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawPosts } from '../../src/review/draw-posts.js';
import { readLabels } from '../../src/review/read-labels.js';
import { sampleCsv } from '../../src/review/sample-file.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-review-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const placed = (id: number, hate: number, more: Partial<PlacedPost> = {}): PlacedPost => ({
  postId: `p${id}`,
  sourceId: 's',
  locator: String(id),
  permission: 'file-import',
  authorHash: null,
  publishedAt: null,
  copyOf: null,
  undetermined: null,
  placements: [],
  verdict: {
    language: 'ara',
    signals: [],
    stance: 'unclear',
    probabilities: { hate, extremism: 0, polarisation: 0, offensive: 0, bridging: 0 },
  },
  ...more,
});

const storeOf = (posts: PlacedPost[]) => ({
  placedPosts: async function* () {
    yield posts;
  },
});

describe('drawPosts', () => {
  it('copies and posts without a verdict are not drawn', async () => {
    const posts = [placed(1, 0.5), placed(2, 0.5, { copyOf: 'p1' }), placed(3, 0.5, { verdict: null })];
    const sample = await drawPosts(storeOf(posts), { size: 3, design: 'random', signal: 'hate', seed: 1 });
    expect(sample.posts).toEqual([{ postId: 'p1', probability: 1 }]);
  });

  it('the efficient design draws what the score leaves open, and the same seed draws the same', async () => {
    const posts = Array.from({ length: 1000 }, (_, at) => placed(at, at < 100 ? 0.5 : 0.001));
    const wanted = { size: 50, design: 'efficient' as const, signal: 'hate' as const, seed: 5 };
    const sample = await drawPosts(storeOf(posts), wanted);
    expect(sample.posts).toHaveLength(50);
    expect(sample.posts.filter(({ postId }) => Number(postId.slice(1)) < 100).length).toBeGreaterThan(25);
    expect(await drawPosts(storeOf(posts), wanted)).toEqual(sample);
  });

  it('a store in which nothing was judged is refused', async () => {
    const wanted = { size: 5, design: 'random' as const, signal: 'hate' as const, seed: 1 };
    await expect(drawPosts(storeOf([placed(1, 0, { verdict: null })]), wanted)).rejects.toThrow(/judged posts/);
  });
});

describe('a sample file', () => {
  const text = (id: string, words: string): [string, PostText] => [id, { id, url: null, title: null, text: words }];

  it('holds texts as they are, but nothing that a spreadsheet would run', () => {
    const csv = sampleCsv(
      { id: 's1', posts: ['a', 'b', 'c'].map((postId) => ({ postId, probability: 0.25 })) },
      new Map([text('a', 'سطر "أول"\nوثان، وثالث'), text('b', '=1+1'), text('c', '\u200f＝cmd')]),
      new Map([['a', 'ara']]),
    );
    const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true });
    expect(rows.map((row) => row.text)).toEqual(['سطر "أول"\nوثان، وثالث', "'=1+1", "'\u200f＝cmd"]);
    expect(rows[0]).toMatchObject({
      sample: 's1',
      id: 'a',
      inclusion_probability: '0.25',
      language: 'ara',
      signals: '',
    });
  });

  it('comes back filled in: codes, none, and rows left open', async () => {
    const path = join(folder, 'sample.csv');
    writeFileSync(path, 'sample;id;text;signals\ns1;a;x;hate offensive\ns1;b;y;none\ns1;c;z;\ns1;d;z;Bridging\n');
    const { labels, refused, open } = await readLabels(path, 'reviewer');
    expect(labels.map(({ postId, signals }) => [postId, signals])).toEqual([
      ['a', ['hate', 'offensive']],
      ['b', []],
      ['d', ['bridging']],
    ]);
    expect({ refused, open }).toEqual({ refused: [], open: 1 });
  });

  it('unknown codes, double entries and rows without an id are refused one by one', async () => {
    const path = join(folder, 'sample.csv');
    writeFileSync(path, 'sample,id,signals\ns1,a,hate\ns1,b,haet\ns1,a,none\ns1,,none\ns1,e,hate none\n');
    const { labels, refused } = await readLabels(path, 'reviewer');
    expect(labels.map(({ postId }) => postId)).toEqual(['a']);
    expect(refused.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '3 post b: expected none or codes out of hate, extremism, polarisation, offensive, bridging, got "haet"',
      '4 post a has been labelled in line 2 already',
      '5 expected an id and a sample, got no id',
      '6 post e: expected none or codes, got both: "hate none"',
    ]);
  });

  it('a file that is not there is named', async () => {
    await expect(readLabels(join(folder, 'none.csv'), 'reviewer')).rejects.toThrow(/none\.csv/);
  });
});

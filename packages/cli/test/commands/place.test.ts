import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withProject } from '../../src/project/open-project.js';

const BIN = fileURLToPath(new URL('../../bin/marsad.js', import.meta.url));
const BOUNDARIES = fileURLToPath(new URL('../../../../fixtures/al-manar/neighbourhoods.geojson', import.meta.url));

let folder: string;
let config: string;
const ids = new Map<string, string>();
const marsad = (...args: string[]): string =>
  execFileSync(process.execPath, [BIN, ...args], { encoding: 'utf8', stdio: 'pipe' });
const tried = (...args: string[]) => spawnSync(process.execPath, [BIN, ...args], { encoding: 'utf8' });

/** Two neighbourhoods have a market of the same name. */
const NAMES = `area,name,language,kind
ennasr,Zarbia Market,eng,landmark
el-qasba,Zarbia Market,eng,landmark
ennasr,Zarbia Mosque,eng,landmark
el-qasba,Lantern Mosque,eng,landmark
`;
const POSTS = {
  ambiguous: 'we met at the Zarbia Market in the morning and bought bread for the week',
  shared: 'the bus goes from the Zarbia Mosque to the Lantern Mosque twice every hour',
  nowhere: 'nobody could tell why the bread had become so dear this winter in town',
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-place-'));
  config = join(folder, 'city', 'city.yaml');
  marsad('init', join(folder, 'city'), '--boundaries', BOUNDARIES);
  writeFileSync(join(folder, 'city', 'gazetteer.csv'), NAMES);
  const file = join(folder, 'posts.csv');
  const rows = Object.entries(POSTS).map(([id, text]) => `${id},${text},2026-04-01T10:00:00Z`);
  writeFileSync(file, `id,text,time\n${rows.join('\n')}\n`);
  marsad('import', '-c', config, file, '--quiet');
  marsad('place', '-c', config, '--quiet');
  await withProject(config, async ({ store }) => {
    for await (const page of store.placedPosts()) for (const { postId, locator } of page) ids.set(locator, postId);
  });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('place --explain', () => {
  it('says rung, weight and what a place was chosen from, and not what the post says', () => {
    const [ambiguous = '', shared = '', nowhere = ''] = [...Object.keys(POSTS)].map(
      (name) => [...ids].find(([locator]) => locator.includes(name))?.[1],
    );
    const { stdout, status } = tried('place', '-c', config, '--explain', ambiguous, shared, nowhere);
    expect(status).toBe(0);
    expect(stdout.split('\n')).toEqual([
      `post ${ambiguous}: the city as a whole by city, weight 1, chosen from el-qasba, ennasr: the post does not say which, so it is given to none`,
      `post ${shared}: el-qasba by mention, weight 0.5`,
      `post ${shared}: ennasr by mention, weight 0.5`,
      `post ${nowhere}: the city as a whole by city, weight 1`,
      '',
    ]);
    expect(stdout).not.toMatch(/Zarbia|bread/);
  });

  it('names ids that no post has', () => {
    const { stdout, stderr, status } = tried('place', '-c', config, '--json', '--explain', 'none-such');
    expect(status).toBe(1);
    expect(stderr).toContain('post none-such: there is none of this id');
    expect(JSON.parse(stdout)).toEqual({ explained: [{ postId: 'none-such', placements: null }] });
  });
});

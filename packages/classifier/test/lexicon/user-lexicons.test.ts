import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError, verdict } from '@marsad/records';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openClassifier } from '../../src/classify/open-classifier.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-user-lexicon-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lexicon = (name: string, language: string, entries: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify({ language, source: 'own', licence: 'CC0-1.0', entries }));
  return path;
};
const verdictOf = async (lexicons: string[], text: string, threads = 0) => {
  const classifier = await openClassifier({ engine: 'lexicon', lexicons, threads });
  // A batch large enough for worker threads, where there are any.
  const posts = Array.from({ length: threads > 0 ? 600 : 1 }, (_, at) => ({ id: `${at}`, text }));
  const answers = await classifier.classify(posts);
  await classifier.close();
  return verdict.parse(answers.at(-1));
};
const refusal = async (...lexicons: string[]): Promise<InputError> => {
  const error = await openClassifier({ engine: 'lexicon', lexicons }).catch((why: unknown) => why);
  if (error instanceof InputError) return error;
  throw new Error(`expected an InputError, got ${String(error)}`);
};

const CODE = {
  kind: 'pattern',
  signal: 'extremism',
  ideology: 'far-right',
  function: 'propaganda',
  expression: '\\b77\\s*[=:]\\s*33\\b',
  note: 'a number code',
};

describe('a lexicon of the user', () => {
  it('is read beside those that ship', async () => {
    const file = lexicon('own.json', 'eng', [
      { kind: 'slur', target: 'nationality-migration', terms: ['zorgling(s)'], note: 'an invented slur' },
    ]);
    const text = 'The zorglings are everywhere in this town';
    expect((await verdictOf([], text)).signals).toEqual([]);
    const { signals, evidence } = await verdictOf([file], text);
    expect(signals).toMatchObject([{ code: 'hate', targets: ['nationality-migration'] }]);
    expect(evidence.map(({ start, end }) => text.slice(start, end))).toContain('zorglings');
    expect((await verdictOf([file], 'Migrants are vermin')).signals).toMatchObject([{ code: 'hate' }]);
  });

  it('is read by worker threads too', async () => {
    const file = lexicon('own.json', 'mul', [CODE]);
    expect((await verdictOf([file], 'We march at 77=33 tonight', 1)).signals).toMatchObject([{ code: 'extremism' }]);
  });

  it('finds expressions, with the words they cover as evidence and the stance of the text around them', async () => {
    const file = lexicon('own.json', 'mul', [CODE]);
    const text = 'Join us, brothers: 77=33 for ever';
    const { signals, evidence } = await verdictOf([file], text);
    expect(signals).toMatchObject([{ code: 'extremism', ideology: 'far-right', function: 'propaganda' }]);
    const span = evidence.find(({ note }) => note.startsWith('a number code'));
    expect(text.slice(span?.start, span?.end)).toBe('77=33');
    expect((await verdictOf([file], 'The police said the suspect had written «77=33» on the wall')).signals).toEqual(
      [],
    );
  });

  it('of language mul is read on every text, of another on texts in that language alone', async () => {
    const any = lexicon('any.json', 'mul', [CODE]);
    const german = lexicon('deu.json', 'deu', [CODE]);
    const arabic = 'نحن هنا في المدينة 77=33 إلى الأبد يا إخوان';
    expect((await verdictOf([any], arabic)).signals).toHaveLength(1);
    expect((await verdictOf([german], arabic)).signals).toHaveLength(0);
  });

  it('is as docs/lexicons.md shows it', async () => {
    const docs = readFileSync(new URL('../../../../docs/lexicons.md', import.meta.url), 'utf8');
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(docs) ?? [];
    const file = join(folder, 'words.json');
    writeFileSync(file, example);
    const { signals } = await verdictOf([file], 'Tous les zorglins à la mer, et que la ville respire enfin !');
    expect(signals).toMatchObject([{ code: 'hate', form: 'violence', targets: ['nationality-migration'] }]);
  });

  it('is refused by an engine that reads none', async () => {
    const lexicons = [lexicon('own.json', 'mul', [CODE])];
    await expect(openClassifier({ engine: 'transformer', model: './anywhere', lexicons })).rejects.toMatchObject({
      code: 'no-lexicons',
    });
  });

  it('changes the fingerprint of the model', async () => {
    const [plain, own] = await Promise.all([
      openClassifier({ engine: 'lexicon' }),
      openClassifier({ engine: 'lexicon', lexicons: [lexicon('own.json', 'mul', [CODE])] }),
    ]);
    expect(own.fingerprint()).not.toBe(plain.fingerprint());
  });
});

describe('a lexicon of the user that cannot be used', () => {
  const good = { kind: 'slur', target: 'other', terms: ['zorgling'], note: 'an invented slur' };

  it('is named with the entry and the field that is wrong', async () => {
    const { code, message, remedy } = await refusal(
      lexicon('own.json', 'eng', [good, { ...good, target: 'martians' }]),
    );
    expect(code).toBe('bad-lexicon');
    expect(message).toContain('own.json');
    expect(message).toContain('entries[1].target');
    expect(remedy).toContain('docs/lexicons.md');
  });

  it('is named with the expression that RE2 does not know, and why', async () => {
    const { message } = await refusal(lexicon('own.json', 'eng', [good, { ...CODE, expression: '(?=ahead)x' }]));
    expect(message).toMatch(/own\.json: entries\[1\], expression "\(\?=ahead\)x": .*\(\?=/);
  });

  it('is named with the term that stands for too many forms or has a slot there is not', async () => {
    const many = { ...good, terms: [`${'(a|b)'.repeat(12)}c`] };
    expect((await refusal(lexicon('own.json', 'eng', [many]))).message).toMatch(/own\.json: entries\[0\], slur: .*512/);
    const slot = { kind: 'phrase', signal: 'hate', terms: ['drive {grup} out'], note: 'a slot misspelt' };
    expect((await refusal(lexicon('own.json', 'eng', [good, slot]))).message).toMatch(/entries\[1\], phrase: .*grup/);
  });

  it('is missing, or no JSON', async () => {
    expect((await refusal(join(folder, 'nowhere.json'))).message).toContain('nowhere.json');
    writeFileSync(join(folder, 'broken.json'), '{');
    expect((await refusal(join(folder, 'broken.json'))).message).toContain('broken.json');
  });
});

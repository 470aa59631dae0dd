import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError, verdict, verdictError } from '@marsad/records';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Classifier, openClassifier } from '../../src/classify/open-classifier.js';
import { openTransformerEngine } from '../../src/models/transformer-engine.js';
import { writeTinyModel } from './tiny-text-classifier.js';

let work: string;
let folder: string;
let classifier: Classifier;
const LABELS = {
  name: 'tiny',
  version: '1.2.3',
  labels: {
    fine: null,
    'against-migrants': { signal: 'hate', targets: ['nationality-migration'], form: 'dehumanisation' },
    'against-women': { signal: 'hate', targets: ['gender'] },
    rude: { signal: 'offensive' },
  },
};
const WORDS = {
  hello: [4, 0, 0, 0],
  vermin: [0, 9, 0, 0],
  harpies: [0, 0, 9, 0],
  idiot: [0, 0, 0, 9],
};
const put = (at: string, labels: unknown): void => {
  writeFileSync(join(at, 'marsad-labels.json'), JSON.stringify(labels));
};
const newModel = (name: string, more: { multiLabel?: boolean } = {}): string => {
  const at = join(work, name);
  writeTinyModel(at, { labels: Object.keys(LABELS.labels), words: WORDS, ...more });
  put(at, LABELS);
  return at;
};

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'marsad-transformer-'));
  folder = newModel('tiny');
  classifier = await openClassifier({ engine: 'transformer', model: folder, threads: 2 });
});
afterAll(async () => {
  await classifier.close();
  rmSync(work, { recursive: true, force: true });
});

const judge = async (text: string) => {
  const [answer] = await classifier.classify([{ id: 'p', text }]);
  return verdict.parse(answer);
};

describe('the engine transformer', () => {
  it('is called what its label file says', () => {
    expect(classifier.model).toEqual({ name: 'tiny', version: '1.2.3' });
  });

  it('turns labels into signals with target, severity and the whole text as evidence', async () => {
    const text = 'They are all vermin, every one of them who came here';
    const { language, signals, probabilities, evidence, stance, model } = await judge(text);
    expect(language.code).toBe('eng');
    // softmax of (0, 9, 0, 0): e⁹ / (e⁹ + 3) for one label, another 1 / (e⁹ + 3) for the other of the same signal
    const hate = Math.round(((Math.exp(9) + 1) / (Math.exp(9) + 3)) * 10_000) / 10_000;
    expect(probabilities.hate).toBe(hate);
    expect(signals).toEqual([
      { code: 'hate', probability: hate, targets: ['nationality-migration'], severity: 3, form: 'dehumanisation' },
    ]);
    expect(evidence).toEqual([
      {
        start: 0,
        end: text.length,
        kind: 'weight',
        signal: 'hate',
        note: 'label against-migrants of the model, which names no words',
      },
    ]);
    expect(stance).toBe('unclear');
    expect(model).toEqual({ name: 'tiny', version: '1.2.3' });
  });

  it('finds nothing where the model says so', async () => {
    expect(await judge('Hello hello')).toMatchObject({ signals: [], evidence: [], probabilities: { polarisation: 0 } });
  });

  it('answers in order over several batches, with errors in place, each post as if it were alone', async () => {
    const texts = ['vermin', '', 'hello there', 'half \ud83d', 'idiot', 'x'.repeat(1_000_001), 'harpies and vermin'];
    const posts = Array.from({ length: 50 }, (_, at) => ({ id: `p${at}`, text: texts[at % texts.length] ?? '' }));
    const together = await classifier.classify(posts);
    expect(together.map(({ id }) => id)).toEqual(posts.map(({ id }) => id));
    for (const [at, post] of posts.slice(0, 14).entries())
      expect(await classifier.classify([post])).toEqual([together[at]]);
    expect(together.slice(0, 7).map((answer) => ('error' in answer ? answer.error.code : 'judged'))).toEqual([
      'judged',
      'empty-text',
      'judged',
      'broken-text',
      'judged',
      'too-long',
      'judged',
    ]);
  });

  it('gives verdicts of the shape in @marsad/records for any text, evidence for every signal', async () => {
    const unit = fc.constantFrom(
      'vermin ',
      'hello ',
      'idiot ',
      'مرحبا ',
      '😀',
      '\0',
      '\u200f',
      "'",
      '\ud83d',
      '#',
      '9',
    );
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, maxLength: 60 }), async (text) => {
        const [answer] = await classifier.classify([{ id: 'p', text }]);
        if (answer && 'error' in answer) {
          expect(verdictError.parse(answer)).toEqual(answer);
          return;
        }
        const { signals, evidence } = verdict.parse(answer);
        expect(evidence.map(({ signal }) => signal)).toEqual(signals.map(({ code }) => code));
      }),
      { numRuns: 60 },
    );
  });

  it('reads a very long text from its beginning, and says how far', async () => {
    const { signals, evidence } = await judge(`vermin ${'ordinary '.repeat(100_000)}`);
    expect(signals.map(({ code }) => code)).toEqual(['hate']);
    expect(evidence[0]?.end).toBeLessThan(2_000);
  });

  it('lets several labels hold at once where the model is made so', async () => {
    const many = await openClassifier({ engine: 'transformer', model: newModel('many', { multiLabel: true }) });
    const [answer] = await many.classify([{ id: 'p', text: 'vermin idiot harpies' }]);
    const { signals } = verdict.parse(answer);
    expect(signals.map(({ code, targets }) => [code, targets])).toEqual([
      ['hate', ['nationality-migration', 'gender']],
      ['offensive', []],
    ]);
    await many.close();
  });

  it('has another fingerprint when a label means something else', () => {
    const before = classifier.fingerprint();
    put(folder, { ...LABELS, threshold: 0.9 });
    const after = classifier.fingerprint();
    put(folder, LABELS);
    expect(after).not.toBe(before);
    expect(classifier.fingerprint()).toBe(before);
  });
});

describe('a model folder that cannot be used', () => {
  const refusal = async (model: string): Promise<InputError> => {
    const error = await openClassifier({ engine: 'transformer', model }).catch((why: unknown) => why);
    if (error instanceof InputError) return error;
    throw new Error(`expected an InputError, got ${String(error)}`);
  };

  it('has no network in it', async () => {
    const { code, message, remedy } = await refusal(join(work, 'nowhere'));
    expect(code).toBe('bad-model');
    expect(message).toContain('onnx/model.onnx');
    expect(remedy).toContain('docs/transformer.md');
  });

  it('leaves a label without a meaning, or names one the model lacks', async () => {
    const at = newModel('labels');
    const { rude: _, ...labels } = LABELS.labels;
    put(at, { ...LABELS, labels });
    expect((await refusal(at)).message).toMatch(/fine, against-migrants, against-women, rude; got fine, against-m/);
    put(at, { ...LABELS, labels: { ...LABELS.labels, other: null } });
    expect((await refusal(at)).message).toContain('other');
  });

  it('gives a label a signal that does not exist', async () => {
    const at = newModel('signals');
    put(at, { ...LABELS, labels: { ...LABELS.labels, rude: { signal: 'rudeness' } } });
    expect((await refusal(at)).message).toMatch(/marsad-labels\.json[\s\S]*rude/);
  });

  it('holds a network that is not one', async () => {
    const at = newModel('broken');
    writeFileSync(join(at, 'onnx', 'model.onnx'), 'not a network');
    expect((await refusal(at)).code).toBe('bad-model');
  });

  it('is named without being a folder', async () => {
    expect((await refusal('some-model')).message).toContain('a folder');
  });
});

describe('the library of the engine transformer', () => {
  it('asks the network for nothing', async () => {
    const asked = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('asked the network'));
    const at = newModel('alone');
    rmSync(join(at, 'tokenizer_config.json'));
    await openTransformerEngine(at).catch(() => undefined);
    const engine = await openTransformerEngine(newModel('whole'));
    await engine.judgeBatch([{ id: 'p', text: 'hello' }]);
    await engine.close();
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });

  it('is named in the remedy where it is not installed', async () => {
    const load = () => Promise.reject(new Error('Cannot find package'));
    await expect(openTransformerEngine(folder, load)).rejects.toMatchObject({
      code: 'transformer-missing',
      remedy: expect.stringContaining('@huggingface/transformers@'),
    });
  });

  it('is loaded only when its engine is chosen', () => {
    const dist = new URL('../../dist/index.js', import.meta.url).href;
    const script = `
      const { openClassifier } = await import(${JSON.stringify(dist)});
      await (await openClassifier()).classify([{ id: 'a', text: 'bonjour' }]);
      // The library brings native code for pictures, which would be among these.
      const loaded = [...new Set(process.report.getReport().sharedObjects)].filter((path) => /sharp|vips/.test(path));
      process.stdout.write(JSON.stringify(loaded));
    `;
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    expect(JSON.parse(output)).toEqual([]);
  });
});

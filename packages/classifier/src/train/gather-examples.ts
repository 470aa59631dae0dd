import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { seededChance } from '../chance.js';
import { TOLD_STANCES } from '../linear/heads.js';
import { dataSetExamples } from './data-set-examples.js';
import type { Example, Labels } from './example.js';
import { functionalExamples } from './functional/functional-examples.js';
import { readFunctional } from './functional/read-functional.js';
import type { Recipe } from './recipe.js';

/** Where training texts lie. */
export interface TrainingFolders {
  /** of this package: `functional/`, `prose/` */
  training: string;
  /** labelled sets, one JSON Lines file each (packed or not) */
  data: string;
}

const paragraph = z.object({ text: z.string().min(1) });

const HARMLESS: Labels = {
  hate: 0,
  extremism: 0,
  polarisation: 0,
  offensive: 0,
  ...Object.fromEntries(TOLD_STANCES.map((stance) => [`stance:${stance}`, stance === 'reporting' ? 1 : 0])),
};

const SENTENCE_END = /(?<=[.!?؟»])\s+/u;
/** A paragraph, its halves and its sentences: people quote and cut such texts at any place. */
const piecesOf = (text: string): string[] => {
  const sentences = text.split(SENTENCE_END).filter((sentence) => sentence.length > 20);
  const half = Math.ceil(sentences.length / 2);
  return [...new Set([text, sentences.slice(0, half).join(' '), sentences.slice(half).join(' '), ...sentences])].filter(
    (piece) => piece !== '',
  );
};

/** Paragraphs of our own about hate and its prevention: they carry no signal, and their stance is reporting. */
const proseExamples = (path: string, weight: number): Example[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      const { text } = paragraph.parse(JSON.parse(line));
      return piecesOf(text).map((piece) => ({
        source: 'prose',
        text: piece,
        labels: HARMLESS,
        weight,
        foldKey: text,
        hideTerms: false,
      }));
    });

/** A seed of its own for every part, so that a part more or less leaves the others as they were. */
const seedOf = (seed: number, name: string): number =>
  createHash('sha256').update(`${seed} ${name}`).digest().readInt32LE(0);

/** All examples of a recipe, in its order. */
export const gatherExamples = (recipe: Recipe, { training, data }: TrainingFolders): Example[] => [
  ...recipe.functional.flatMap(({ language, texts, weight }) =>
    functionalExamples(
      readFunctional(join(training, 'functional'), language),
      texts,
      weight,
      seededChance(seedOf(recipe.seed, `functional ${language}`)),
    ),
  ),
  ...recipe.prose.flatMap(({ language, weight }) =>
    proseExamples(join(training, 'prose', `${language}.jsonl`), weight),
  ),
  ...recipe.sets.flatMap(({ file, most, weight }) =>
    dataSetExamples(join(data, file), most, weight, seededChance(seedOf(recipe.seed, `set ${file}`))),
  ),
];

import {
  FORMS,
  type Form,
  SIGNALS,
  type Signal,
  type SignalFound,
  type Stance,
  severityOf,
  TARGETS,
  type Target,
} from '@marsad/records';
import type { Analysis } from '../compose/analyse-text.js';
import type { Judged } from '../compose/finding.js';
import { namesPeople } from '../compose/names-people.js';
import type { Probabilities } from '../compose/probabilities.js';
import { stanceOf } from '../compose/stance.js';
import { headAt, TOLD_STANCES } from './heads.js';
import type { Curve, LanguageSettings, Profile } from './linear-model.js';

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
/** Four decimals are more than the model knows, and keep outputs short. */
const rounded = (probability: number): number => Math.round(probability * 10_000) / 10_000;

/** A head's probability by the curve of its language. */
export const probabilityOf = (score: number, { slope, offset }: Curve): number => logistic(slope * score + offset);

/**
 * Calibrated probabilities of all five signals. The taxonomy keeps offence and bridging apart from hate: what the heads
 * say of these two holds for texts that are not hateful.
 */
export const probabilitiesOfScores = (
  analysis: Analysis,
  scores: Float64Array,
  { curves, hateOfNobody }: LanguageSettings,
): Probabilities => {
  const of = (signal: Signal): number => probabilityOf(scores[headAt(signal)] ?? 0, curves[signal]);
  const hate = namesPeople(analysis) ? of('hate') : probabilityOf(scores[headAt('hate')] ?? 0, hateOfNobody);
  return {
    hate: rounded(hate),
    extremism: rounded(of('extremism')),
    polarisation: rounded(of('polarisation')),
    offensive: rounded(of('offensive') * (1 - hate)),
    bridging: rounded(of('bridging') * (1 - hate)),
  };
};

const own = ({ judged }: Analysis, code: Signal): Judged[] =>
  judged.filter(({ signal, distance, weight }) => signal === code && distance === 'none' && weight !== 'hint');

const inOrder = (targets: Iterable<Target>): Target[] => {
  const named = new Set(targets);
  return TARGETS.filter((target) => named.has(target));
};

/** Whom hate is against: those of the findings, else the people that the text names, else `other`. */
const targetsOfHate = (analysis: Analysis, found: readonly Judged[]): Target[] => {
  const tied = inOrder(found.flatMap(({ targets }) => targets));
  if (tied.length > 0) return tied;
  const named = inOrder(
    analysis.reading.hits.flatMap(({ entry }) =>
      entry.kind === 'group' || entry.kind === 'slur' ? [entry.target] : entry.kind === 'phrase' ? entry.targets : [],
    ),
  );
  return named.length > 0 ? named : ['other'];
};

/** The gravest form that the rules found, else the likeliest by the forms' heads. */
const formOf = (found: readonly Judged[], scores: Float64Array): Form => {
  const forms = found.flatMap(({ form }) => (form ? [form] : []));
  if (forms.length > 0) return forms.reduce((worst, form) => (severityOf(form) > severityOf(worst) ? form : worst));
  const score = (form: Form): number => scores[headAt(`form:${form}`)] ?? 0;
  return FORMS.reduce<Form>((best, form) => (score(form) > score(best) ? form : best), 'stereotype');
};

/** The stance that the heads name most surely, if its score is over `least`. */
const toldStance = (scores: Float64Array, least: number): (typeof TOLD_STANCES)[number] | undefined => {
  const score = (stance: (typeof TOLD_STANCES)[number]): number => scores[headAt(`stance:${stance}`)] ?? 0;
  const best = TOLD_STANCES.reduce((first, stance) => (score(stance) > score(first) ? stance : first));
  return score(best) > least ? best : undefined;
};

/** A stance is likely over nought; over this (about one chance in eight) it is at least possible. */
const LIKELY = 0;
const POSSIBLE = -2;

/**
 * The thresholds that a text is held to. One that may be a report, counter-speech or reclaimed words is held to the
 * precise ones: texts about hate must not be taken for hate.
 */
const profileFor = (scores: Float64Array, profile: Profile): Profile =>
  toldStance(scores, POSSIBLE) === undefined ? profile : 'precise';

/** The signals over the thresholds of a profile, in the order of the taxonomy. */
export const signalsOfScores = (
  analysis: Analysis,
  scores: Float64Array,
  probabilities: Probabilities,
  { thresholds }: LanguageSettings,
  profile: Profile,
): SignalFound[] =>
  SIGNALS.filter((code) => probabilities[code] >= thresholds[profileFor(scores, profile)][code]).map(
    (code): SignalFound => {
      const found = own(analysis, code);
      const base = {
        code,
        probability: probabilities[code],
        targets: inOrder(found.flatMap(({ targets }) => targets)),
      };
      if (code === 'hate') {
        const form = formOf(found, scores);
        return { ...base, targets: targetsOfHate(analysis, found), severity: severityOf(form), form };
      }
      if (code !== 'extremism') return base;
      const [first] = found;
      return { ...base, ideology: first?.ideology ?? 'other', function: first?.function ?? 'propaganda' };
    },
  );

/** How the text stands to what it voices: whoever says something hostile as their own endorses it. */
export const stanceOfScores = (analysis: Analysis, scores: Float64Array, signals: readonly SignalFound[]): Stance => {
  if (signals.length > 0) return 'endorsing';
  const byRules = stanceOf(analysis.reading, analysis.judged);
  if (byRules !== 'endorsing' && byRules !== 'unclear') return byRules;
  return toldStance(scores, LIKELY) ?? 'unclear';
};

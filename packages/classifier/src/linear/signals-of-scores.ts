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

const HEAD_OF: Readonly<Record<Signal, number>> = {
  hate: headAt('hate'),
  extremism: headAt('extremism'),
  polarisation: headAt('polarisation'),
  offensive: headAt('offensive'),
  bridging: headAt('bridging'),
};
const FORM_HEADS = FORMS.map((form) => ({ form, head: headAt(`form:${form}`) }));
const STANCE_HEADS = TOLD_STANCES.map((stance) => ({ stance, head: headAt(`stance:${stance}`) }));

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
  const of = (signal: Signal): number => probabilityOf(scores[HEAD_OF[signal]] ?? 0, curves[signal]);
  const hate = namesPeople(analysis) ? of('hate') : probabilityOf(scores[HEAD_OF.hate] ?? 0, hateOfNobody);
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

const inOrder = (targets: readonly Target[]): Target[] => {
  if (targets.length === 0) return [];
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
  let likeliest: Form = 'stereotype';
  let most = scores[headAt('form:stereotype')] ?? 0;
  for (const { form, head } of FORM_HEADS) {
    const score = scores[head] ?? 0;
    if (score <= most) continue;
    likeliest = form;
    most = score;
  }
  return likeliest;
};

/** The stance that the heads name most surely, if its score is over `least`. */
const toldStance = (scores: Float64Array, least: number): (typeof TOLD_STANCES)[number] | undefined => {
  let told: (typeof TOLD_STANCES)[number] | undefined;
  let most = least;
  for (const { stance, head } of STANCE_HEADS) {
    const score = scores[head] ?? 0;
    if (score <= most) continue;
    told = stance;
    most = score;
  }
  return told;
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
): SignalFound[] => {
  const least = thresholds[profileFor(scores, profile)];
  const signals: SignalFound[] = [];
  for (const code of SIGNALS) {
    const probability = probabilities[code];
    if (probability < least[code]) continue;
    const found = own(analysis, code);
    if (code === 'hate') {
      const form = formOf(found, scores);
      const targets = targetsOfHate(analysis, found);
      signals.push({ code, probability, targets, severity: severityOf(form), form });
      continue;
    }
    const targets = inOrder(found.flatMap((finding) => finding.targets));
    if (code !== 'extremism') signals.push({ code, probability, targets });
    else {
      const [first] = found;
      const ideology = first?.ideology ?? 'other';
      signals.push({ code, probability, targets, ideology, function: first?.function ?? 'propaganda' });
    }
  }
  return signals;
};

/** How the text stands to what it voices: whoever says something hostile as their own endorses it. */
export const stanceOfScores = (analysis: Analysis, scores: Float64Array, signals: readonly SignalFound[]): Stance => {
  if (signals.length > 0) return 'endorsing';
  const byRules = stanceOf(analysis.reading, analysis.judged);
  if (byRules !== 'endorsing' && byRules !== 'unclear') return byRules;
  return toldStance(scores, LIKELY) ?? 'unclear';
};

import { SIGNALS, type Signal } from '@marsad/records';
import { headAt } from '../linear/heads.js';
import type { Curve, LanguageSettings } from '../linear/linear-model.js';
import { calibrationLanguage } from '../linear/settings-for.js';
import { probabilityOf } from '../linear/signals-of-scores.js';
import { balancedThreshold, preciseThreshold } from './choose-threshold.js';
import { fitCurve, type Scored } from './fit-curve.js';

/** The scores of a text that the weights had not learnt from, with what is known of it. */
export interface HeldOut {
  source: string;
  language: string;
  scores: Float64Array;
  labels: Float32Array;
  weight: number;
  namesPeople: boolean;
}

/** Fewer texts than this, or fewer of either class, measure nothing: the settings of all languages together serve. */
const FEWEST = 200;
const FEWEST_OF_A_CLASS = 40;
/** Share of harmless texts that may pass the precise threshold. */
const FALSE_ALARMS = 0.01;

const scoredFor = (texts: readonly HeldOut[], signal: Signal): Scored[] => {
  const head = headAt(signal);
  return texts.flatMap(({ scores, labels, weight }) => {
    const label = labels[head];
    return label === 0 || label === 1 ? [{ score: scores[head] ?? 0, label, weight }] : [];
  });
};

/** Hate of texts that name nobody has a curve of its own; the other signals have one for all. */
const withPeople = (texts: readonly HeldOut[], signal: Signal): readonly HeldOut[] =>
  signal === 'hate' ? texts.filter(({ namesPeople }) => namesPeople) : texts;

const measures = (scored: readonly Scored[]): boolean => {
  const positives = scored.filter(({ label }) => label === 1).length;
  return scored.length >= FEWEST && Math.min(positives, scored.length - positives) >= FEWEST_OF_A_CLASS;
};

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

interface SignalSettings {
  curve: Curve;
  balanced: number;
  precise: number;
}

const curveOf = (scored: readonly Scored[]): Curve => {
  const { slope, offset } = fitCurve(scored);
  return { slope: rounded(slope), offset: rounded(offset) };
};

const settingsOf = (heldOut: readonly Scored[], development: readonly Scored[]): SignalSettings => {
  const curve = curveOf(heldOut);
  const asProbability = (scored: readonly Scored[]): Scored[] =>
    scored.map((each) => ({ ...each, score: probabilityOf(each.score, curve) }));
  const balanced = rounded(balancedThreshold(asProbability(measures(development) ? development : heldOut), 0.5));
  return { curve, balanced, precise: rounded(preciseThreshold(asProbability(heldOut), FALSE_ALARMS, balanced)) };
};

/**
 * Curves and thresholds by language. Curves are set on held-out folds; the balanced threshold on the development
 * suites where they measure a signal in that language.
 * @param measured the languages that the recipe has texts of; others, which a detector may have named by mistake, are
 * left to `und`
 */
export const calibrate = (
  heldOut: readonly HeldOut[],
  development: readonly HeldOut[],
  measured: readonly string[],
): Record<string, LanguageSettings> => {
  const overall = new Map(
    SIGNALS.map((signal) => [
      signal,
      settingsOf(scoredFor(withPeople(heldOut, signal), signal), scoredFor(withPeople(development, signal), signal)),
    ]),
  );
  const overallOfNobody = curveOf(
    scoredFor(
      heldOut.filter((text) => !text.namesPeople),
      'hate',
    ),
  );
  const settingsFor = (texts: readonly HeldOut[], suite: readonly HeldOut[]): LanguageSettings => {
    const of = (signal: Signal): SignalSettings => {
      const scored = scoredFor(withPeople(texts, signal), signal);
      const settings = measures(scored)
        ? settingsOf(scored, scoredFor(withPeople(suite, signal), signal))
        : overall.get(signal);
      if (!settings) throw new RangeError(`calibration: expected settings for ${signal}, got none`);
      return settings;
    };
    const nobody = scoredFor(
      texts.filter((text) => !text.namesPeople),
      'hate',
    );
    const bySignal = <T>(pick: (settings: SignalSettings) => T) => ({
      hate: pick(of('hate')),
      extremism: pick(of('extremism')),
      polarisation: pick(of('polarisation')),
      offensive: pick(of('offensive')),
      bridging: pick(of('bridging')),
    });
    return {
      measuredOn: texts.length,
      curves: bySignal(({ curve }) => curve),
      hateOfNobody: measures(nobody) ? curveOf(nobody) : overallOfNobody,
      thresholds: { balanced: bySignal(({ balanced }) => balanced), precise: bySignal(({ precise }) => precise) },
    };
  };
  const languages = [...new Set(measured.map(calibrationLanguage))].sort();
  const named = languages.flatMap((language): [string, LanguageSettings][] => {
    const own = (list: readonly HeldOut[]): HeldOut[] =>
      list.filter((text) => calibrationLanguage(text.language) === language);
    const texts = own(heldOut);
    return measures(scoredFor(texts, 'hate')) ? [[language, settingsFor(texts, own(development))]] : [];
  });
  return { ...Object.fromEntries(named), und: { ...settingsFor(heldOut, development), measuredOn: 0 } };
};

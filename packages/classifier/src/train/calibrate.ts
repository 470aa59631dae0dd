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
/**
 * With so many of either class a development suite chooses a threshold better than held-out folds do: whole sets of rude
 * tweets stand in those, and a threshold that suits them misses rudeness where it is rare.
 */
const FEWEST_TO_CHOOSE_BY = 10;
/** Share of harmless texts that may pass the precise threshold. */
const FALSE_ALARMS = 0.01;

const scoredFor = (texts: readonly HeldOut[], signal: Signal): Scored[] => {
  const head = headAt(signal);
  return texts.flatMap(({ scores, labels, weight }) => {
    const label = labels[head];
    return label === 0 || label === 1 ? [{ score: scores[head] ?? 0, label, weight }] : [];
  });
};

const fewerClass = (scored: readonly Scored[]): number => {
  const positives = scored.filter(({ label }) => label === 1).length;
  return Math.min(positives, scored.length - positives);
};

const measures = (scored: readonly Scored[]): boolean =>
  scored.length >= FEWEST && fewerClass(scored) >= FEWEST_OF_A_CLASS;

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Curves of one signal: one for all texts, or, for hate, a second one for texts that name nobody. */
interface Curves {
  curve: Curve;
  ofNobody: Curve;
}

const curveOf = (scored: readonly Scored[]): Curve => {
  const { slope, offset } = fitCurve(scored);
  return { slope: rounded(slope), offset: rounded(offset) };
};

const namesNobody = ({ namesPeople }: HeldOut): boolean => !namesPeople;

/** The curves of a signal in these texts; `otherwise` where they are too few to measure. */
const curvesOf = (texts: readonly HeldOut[], signal: Signal, otherwise?: Curves): Curves => {
  const fitted = (part: readonly HeldOut[], other: Curve | undefined): Curve => {
    const scored = scoredFor(part, signal);
    return other && !measures(scored) ? other : curveOf(scored);
  };
  if (signal !== 'hate') {
    const curve = fitted(texts, otherwise?.curve);
    return { curve, ofNobody: curve };
  }
  return {
    curve: fitted(
      texts.filter(({ namesPeople }) => namesPeople),
      otherwise?.curve,
    ),
    ofNobody: fitted(texts.filter(namesNobody), otherwise?.ofNobody),
  };
};

const probabilityBy = ({ scores, namesPeople }: HeldOut, signal: Signal, { curve, ofNobody }: Curves): number =>
  probabilityOf(scores[headAt(signal)] ?? 0, namesPeople ? curve : ofNobody);

/** Signals whose heads speak of texts that are not hateful. */
const APART_FROM_HATE: ReadonlySet<Signal> = new Set(['offensive', 'bridging']);

/** The probabilities of a signal, as a verdict would give them. */
const probabilitiesFor = (texts: readonly HeldOut[], signal: Signal, curves: Curves, hate?: Curves): Scored[] =>
  texts.flatMap((text) =>
    scoredFor([text], signal).map((each) => ({
      ...each,
      score:
        probabilityBy(text, signal, curves) *
        (hate && APART_FROM_HATE.has(signal) ? 1 - probabilityBy(text, 'hate', hate) : 1),
    })),
  );

interface SignalSettings extends Curves {
  balanced: number;
  precise: number;
}

const settingsOf = (
  texts: readonly HeldOut[],
  suite: readonly HeldOut[],
  signal: Signal,
  { otherwise, hate }: { otherwise?: SignalSettings | undefined; hate?: Curves | undefined } = {},
): SignalSettings => {
  if (otherwise && !measures(scoredFor(texts, signal))) return otherwise;
  const curves = curvesOf(texts, signal, otherwise);
  const heldOut = probabilitiesFor(texts, signal, curves, hate);
  const development = probabilitiesFor(suite, signal, curves, hate);
  const balanced = rounded(
    balancedThreshold(
      fewerClass(development) >= FEWEST_TO_CHOOSE_BY ? development : heldOut,
      otherwise?.balanced ?? 0.5,
    ),
  );
  return { ...curves, balanced, precise: rounded(preciseThreshold(heldOut, FALSE_ALARMS, balanced)) };
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
  const all = (texts: readonly HeldOut[], suite: readonly HeldOut[], others?: Map<Signal, SignalSettings>) => {
    const hate = settingsOf(texts, suite, 'hate', { otherwise: others?.get('hate') });
    return new Map(
      SIGNALS.map((signal): [Signal, SignalSettings] => [
        signal,
        signal === 'hate' ? hate : settingsOf(texts, suite, signal, { otherwise: others?.get(signal), hate }),
      ]),
    );
  };
  const overall = all(heldOut, development);
  const settingsFor = (texts: readonly HeldOut[], suite: readonly HeldOut[]): LanguageSettings => {
    const own = all(texts, suite, overall);
    const of = (signal: Signal): SignalSettings => {
      const settings = own.get(signal);
      if (!settings) throw new RangeError(`calibration: expected settings for ${signal}, got none`);
      return settings;
    };
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
      hateOfNobody: of('hate').ofNobody,
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

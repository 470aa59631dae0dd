import { type ComparedCity, type RegionComparison, SIGNALS, type Signal } from '@marsad/records';
import type { Period } from './choose-periods.js';
import type { LanguageFigures } from './evidence.js';
import { LIMITS } from './limits.js';
import { centralMix, type Mix, meanMix, mixDistance, mixOf } from './mix.js';
import { notesOf } from './notes.js';
import { ownReasons, type Question, type Reason, thousandths } from './own-reasons.js';
import { flaggedRate, type Rate, rounded } from './rate.js';
import { rollUp } from './roll-up.js';
import { languagesMissing, standardised } from './standardise.js';
import type { Standing } from './standing.js';
import { type CityPeriod, sumPeriod } from './sum-period.js';

/** A language in which the cities have less than this share of their posts on average is left out of the standard. */
const LEAST_OF_STANDARD = 0.01;

interface Candidate {
  standing: Standing;
  period: CityPeriod | undefined;
  reasons: Reason[];
  languages: Mix;
  rungs: Mix;
}

const modelOf = ({ standing }: Candidate): string => {
  const model = standing.evidence?.model;
  return model ? `${model.name} ${model.version}` : '';
};

/** The model that judged most of those that could be compared; of equally many the one with the most posts, then by name. */
const commonModel = (candidates: readonly Candidate[]): string | undefined => {
  const groups = new Map<string, { cities: number; posts: number }>();
  for (const candidate of candidates) {
    const group = groups.get(modelOf(candidate)) ?? { cities: 0, posts: 0 };
    groups.set(modelOf(candidate), {
      cities: group.cities + 1,
      posts: group.posts + (candidate.period?.posts ?? 0),
    });
  }
  const [first] = [...groups].sort(([a, x], [b, y]) => y.cities - x.cities || y.posts - x.posts || (a < b ? -1 : 1));
  return first?.[0];
};

/** Greys those whose mix lies too far from the one that is nearest to all. Mixes that are not told are passed over. */
const greyFar = (
  candidates: readonly Candidate[],
  mix: 'languages' | 'rungs',
  code: 'other-languages' | 'other-rungs',
): void => {
  const told = candidates.filter((candidate) => Object.keys(candidate[mix]).length > 0);
  const centre = centralMix(told.map((candidate) => candidate[mix]));
  if (centre === undefined) return;
  const allowed = LIMITS[mix];
  for (const candidate of told) {
    const distance = thousandths(mixDistance(candidate[mix], centre));
    if (distance > allowed) candidate.reasons.push({ code, params: { distance, allowed } });
  }
};

const rateOf = (candidate: Candidate, signal: Signal, { measure }: Question): Rate | undefined => {
  const { period } = candidate;
  if (period === undefined) return undefined;
  return measure === 'corrected' ? period.corrected[signal] : flaggedRate(period.flagged[signal], period.posts);
};

const isOpen = ({ reasons }: Candidate): boolean => reasons.length === 0;

/** The mean mix of languages of those that may still be compared, small ones left out; null where rates need none. */
const standardOf = (open: readonly Candidate[], { measure }: Question): Mix | null => {
  if (measure === 'corrected' || open.length < 2) return null;
  const mean = meanMix(open.map(({ languages }) => languages));
  const standard = mixOf(Object.fromEntries(Object.entries(mean).filter(([, share]) => share >= LEAST_OF_STANDARD)));
  return Object.keys(standard).length > 0 ? standard : null;
};

const roundedMix = (mix: Mix): Mix =>
  Object.fromEntries(Object.entries(mix).map(([code, share]) => [code, thousandths(share)]));

/** Of every city those whose figures of the period are the same as its own. */
const sameFigures = (candidates: readonly Candidate[]): ((of: Candidate) => string[]) => {
  const byPrint = new Map<string, string[]>();
  for (const { period, standing } of candidates) {
    const ids = byPrint.get(period?.fingerprint ?? '') ?? [];
    byPrint.set(period?.fingerprint ?? '', ids);
    ids.push(standing.id);
  }
  return ({ period, standing }) => (byPrint.get(period?.fingerprint ?? '') ?? []).filter((id) => id !== standing.id);
};

/**
 * Sets cities side by side in the same weeks by one measure. Flagged shares are compared where the same model judged alike
 * mixes of languages, placed alike; where all of them tell their figures by language, standardised rates are compared instead,
 * whatever the mixes. Shares corrected by labels of each city's posts mean the same whatever judged them.
 */
export const compareCities = (
  standings: readonly Standing[],
  { id, weeks }: Period,
  asked: Pick<Question, 'measure' | 'at'>,
): RegionComparison => {
  const question: Question = { ...asked, weeks, anyReal: standings.some(({ fictional }) => !fictional) };
  const candidates = standings.map((standing): Candidate => {
    const period = standing.evidence ? sumPeriod(standing.evidence, weeks) : undefined;
    return {
      standing,
      period,
      reasons: ownReasons(standing, period, question),
      languages: mixOf(period?.languages ?? {}),
      rungs: mixOf(period?.rungs ?? {}),
    };
  });

  const flagged = question.measure === 'flagged';
  if (flagged) {
    const model = commonModel(candidates.filter(isOpen));
    for (const candidate of candidates.filter(isOpen))
      if (modelOf(candidate) !== model)
        candidate.reasons.push({
          code: 'other-model',
          params: { model: modelOf(candidate), others: model ?? '' },
        });
  }
  const byLanguageOf = ({ period }: Candidate) => period?.byLanguage ?? new Map<string, LanguageFigures>();
  const allTell = (open: readonly Candidate[], standard: Mix | null): standard is Mix =>
    standard !== null && open.every((candidate) => languagesMissing(standard, byLanguageOf(candidate)).length === 0);
  const open = candidates.filter(isOpen);
  if (flagged && !allTell(open, standardOf(open, question))) greyFar(open, 'languages', 'other-languages');
  greyFar(candidates.filter(isOpen), 'rungs', 'other-rungs');

  const compared = candidates.filter(isOpen);
  const standard = standardOf(compared, question);
  const missing = (candidate: Candidate): string[] =>
    standard === null ? [] : languagesMissing(standard, byLanguageOf(candidate));
  const same = sameFigures(candidates);
  const told = standard !== null && compared.some((candidate) => missing(candidate).length === 0);
  const region: RegionComparison['region'] = {};
  for (const signal of SIGNALS) {
    const rates = compared.flatMap((candidate) =>
      allTell(compared, standard)
        ? (standardised(signal, standard, byLanguageOf(candidate)) ?? [])
        : (rateOf(candidate, signal, question) ?? []),
    );
    const together = rollUp(rates);
    if (together) region[signal] = together;
  }
  const model = compared[0]?.standing.evidence?.model;
  const inAll = Object.keys(compared[0]?.languages ?? {}).filter((language) =>
    compared.every(({ languages }) => language in languages),
  );
  return {
    period: { id, weeks },
    measure: question.measure,
    common:
      compared.length < 2
        ? null
        : {
            cities: compared.length,
            posts: compared.reduce((sum, { period }) => sum + (period?.posts ?? 0), 0),
            model: flagged && model ? { name: model.name, version: model.version } : null,
            languages: inAll,
          },
    standard: told ? roundedMix(standard) : null,
    cities: candidates.map((candidate) =>
      row(candidate, question, { standard, missing: missing(candidate), same: same(candidate) }),
    ),
    region,
  };
};

const row = (
  candidate: Candidate,
  question: Question,
  { standard, missing, same }: { standard: Mix | null; missing: readonly string[]; same: readonly string[] },
): ComparedCity => {
  const { standing, period, reasons, languages, rungs } = candidate;
  const signals: ComparedCity['signals'] = {};
  for (const signal of SIGNALS) {
    const rate = rateOf(candidate, signal, question);
    if (rate === undefined) continue;
    const alike = standard === null ? undefined : standardised(signal, standard, period?.byLanguage ?? new Map());
    signals[signal] = { ...rounded(rate), ...(alike && { standardised: rounded(alike) }) };
  }
  return {
    id: standing.id,
    comparable: reasons.length === 0,
    reasons,
    notes: notesOf(standing, period, question, { missing, same }),
    posts: period?.posts ?? 0,
    weeksCovered: period?.weeksCovered ?? 0,
    languages: roundedMix(languages),
    rungs: roundedMix(rungs),
    signals,
  };
};

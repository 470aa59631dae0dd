import { type ComparedCity, type RegionComparison, SIGNALS, type Signal } from '@marsad/records';
import type { Period } from './choose-periods.js';
import type { LanguageFigures } from './evidence.js';
import { LIMITS } from './limits.js';
import { centralMix, type Mix, mixDistance, mixOf } from './mix.js';
import { notesOf } from './notes.js';
import { ownReasons, type Question, type Reason, thousandths } from './own-reasons.js';
import { flaggedRate, type Rate, rounded } from './rate.js';
import { rollUp } from './roll-up.js';
import { commonMix, coveredBy, languagesMissing, type Standard, standardised, standardOf } from './standardise.js';
import type { Standing } from './standing.js';
import { type CityPeriod, sumPeriod } from './sum-period.js';

interface Candidate {
  standing: Standing;
  period: CityPeriod | undefined;
  reasons: Reason[];
  languages: Mix;
  byLanguage: ReadonlyMap<string, LanguageFigures>;
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

/**
 * Greys those whose mix lies too far from the one that is nearest to all. Mixes that are not told are passed over.
 * @param isLevelled whose mix does not matter, since it is levelled out by standardising
 */
const greyFar = (
  candidates: readonly Candidate[],
  mix: 'languages' | 'rungs',
  code: 'other-languages' | 'other-rungs',
  isLevelled: (candidate: Candidate) => boolean = () => false,
): void => {
  const told = candidates.filter((candidate) => Object.keys(candidate[mix]).length > 0);
  const centre = centralMix(told.map((candidate) => candidate[mix]));
  if (centre === undefined) return;
  const allowed = LIMITS[mix];
  for (const candidate of told) {
    const distance = thousandths(mixDistance(candidate[mix], centre));
    if (distance > allowed && !isLevelled(candidate)) candidate.reasons.push({ code, params: { distance, allowed } });
  }
};

const rateOf = (candidate: Candidate, signal: Signal, { measure }: Question): Rate | undefined => {
  const { period } = candidate;
  if (period === undefined) return undefined;
  return measure === 'corrected' ? period.corrected[signal] : flaggedRate(period.flagged[signal], period.posts);
};

const isOpen = ({ reasons }: Candidate): boolean => reasons.length === 0;

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
 * mixes of languages, placed alike; where all of them tell figures of the languages that most of their posts are in, standardised
 * rates are compared instead, whatever the mixes. Shares corrected by labels of each city's posts mean the same whatever judged them.
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
      byLanguage: period?.byLanguage ?? new Map(),
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
  const tellsAll = ({ mix }: Standard, { byLanguage }: Candidate): boolean =>
    languagesMissing(mix, byLanguage).length === 0;
  const open = candidates.filter(isOpen);
  const first = flagged ? standardOf(open) : null;
  const anyMix = first !== null && open.every((candidate) => tellsAll(first, candidate));
  const isLevelled = ({ languages }: Candidate): boolean =>
    anyMix && coveredBy(first, languages) >= LIMITS.standardCovers;
  if (flagged) greyFar(open, 'languages', 'other-languages', isLevelled);
  greyFar(candidates.filter(isOpen), 'rungs', 'other-rungs');

  const compared = candidates.filter(isOpen);
  const standard = flagged ? standardOf(compared) : null;
  const allAlike = standard !== null && compared.every((candidate) => tellsAll(standard, candidate));
  const wanted = standard?.mix ?? (flagged && compared.length > 1 ? commonMix(compared) : {});
  const same = sameFigures(candidates);
  const region: RegionComparison['region'] = {};
  for (const signal of SIGNALS) {
    const rates = compared.flatMap((candidate) =>
      allAlike
        ? (standardised(signal, standard.mix, candidate.byLanguage) ?? [])
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
    standard: standard && roundedMix(standard.mix),
    ...(standard && { standardCovers: thousandths(standard.covers) }),
    cities: candidates.map((candidate) =>
      row(candidate, question, {
        standard: standard?.mix ?? null,
        missing: languagesMissing(wanted, candidate.byLanguage),
        same: same(candidate),
      }),
    ),
    region,
  };
};

const row = (
  candidate: Candidate,
  question: Question,
  { standard, missing, same }: { standard: Mix | null; missing: readonly string[]; same: readonly string[] },
): ComparedCity => {
  const { standing, period, reasons, languages, byLanguage, rungs } = candidate;
  const signals: ComparedCity['signals'] = {};
  for (const signal of SIGNALS) {
    const rate = rateOf(candidate, signal, question);
    if (rate === undefined) continue;
    const alike = standard === null ? undefined : standardised(signal, standard, byLanguage);
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

import type { ComparedCity, Region } from '@marsad/records/region';
import { sayRuns } from '../i18n/say-weeks.js';
import { isolate } from '../i18n/translator.js';
import type { WeekRange } from '../view/coverage.js';
import type { RegionTranslator } from './region-translator.js';

type Said = ComparedCity['reasons'][number] | ComparedCity['notes'][number];
type Param = Said['params'][string];

/** Params that are shares of posts. */
const SHARES: ReadonlySet<string> = new Set(['share', 'allowed', 'distance']);
/** … and points in time. */
const TIMES: ReadonlySet<string> = new Set(['since', 'on']);
/** … and counts that messages take as numbers, for their plural. */
const COUNTS: ReadonlySet<string> = new Set(['posts', 'contests']);

/** What a city is called, by its id. */
type NameOf = (city: string) => string;

const sayParam = (translator: RegionTranslator, name: string, value: Param, nameOf: NameOf): string | number => {
  if (Array.isArray(value) && name === 'cities') return translator.list(value.map(nameOf));
  if (Array.isArray(value)) return translator.list(value.map((code) => translator.languageName(code)));
  if (typeof value === 'number') {
    if (SHARES.has(name)) return isolate(translator.percent(value));
    return COUNTS.has(name) ? value : translator.count(value);
  }
  return TIMES.has(name) ? translator.day(Date.parse(value), 'short') : isolate(value);
};

const saidWith = (
  translator: RegionTranslator,
  params: Said['params'],
  nameOf: NameOf = isolate,
): Record<string, string | number> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, sayParam(translator, name, value, nameOf)]));

/** Why a city is greyed, as one sentence. */
export const sayReason = (translator: RegionTranslator, { code, params }: ComparedCity['reasons'][number]): string =>
  translator.say(`grey.${code}`, saidWith(translator, params));

/** What must be said with a city's figure, as one sentence. */
export const sayNote = (
  translator: RegionTranslator,
  { code, params }: ComparedCity['notes'][number],
  nameOf: NameOf,
): string => translator.say(`caution.${code}`, saidWith(translator, params, nameOf));

/** Languages by their names, joined; a dash where there are none. */
export const sayLanguages = (translator: RegionTranslator, codes: readonly string[]): string =>
  codes.length === 0
    ? translator.say('methods.empty')
    : translator.list(codes.map((code) => translator.languageName(code)));

/** A day of an ISO time. */
export const sayDay = (translator: RegionTranslator, time: string): string => translator.day(Date.parse(time), 'short');

/** The first and the last weeks of a line over time, both with their years where these differ: week 46 may come after week 47. */
export const sayEnds = (translator: RegionTranslator, first: WeekRange, last: WeekRange): [string, string] => {
  const period = { from: first.from, to: last.to };
  return [sayRuns(translator, [first], period), sayRuns(translator, [last], period)];
};

/** Who the region is open to and when it was made. */
export const sayStanding = (translator: RegionTranslator, { at, tier }: Region): string =>
  translator.say('region.asOf', { date: sayDay(translator, at), tier: translator.say(`region.tier.${tier}`) });

import type { Signal, SpatialClusters } from '@marsad/records/snapshot';
import type { Corrected } from '../view/corrected.js';
import type { AreaFigures } from '../view/figures.js';
import type { Slice } from '../view/slice.js';
import type { MessageKey } from './catalogues.js';
import { sayCarries } from './say-figures.js';
import type { Translator } from './translator.js';

/** What stands behind a correction. */
export const sayMethod = ({ say }: Translator, { method, labels }: Corrected): string =>
  method === 'labels' ? say('corrected.labels', { labels }) : say('corrected.card');

/** How a corrected share came about, in sentences: by what, drawn how far towards the city, put together, and what the model flags. */
export const sayCorrection = (translator: Translator, figures: AreaFigures): string[] => {
  const { say, percent } = translator;
  const { corrected, flaggedShare } = figures;
  if (corrected === null || flaggedShare === null) return [];
  const { own, shrunk, groups } = corrected;
  return [
    sayMethod(translator, corrected),
    ...(shrunk === null
      ? []
      : [
          say('corrected.shrunk', {
            rate: percent(own.rate),
            low: percent(own.interval.low),
            high: percent(own.interval.high),
          }),
        ]),
    ...(groups > 1 ? [say('corrected.groups', { groups })] : []),
    say('figure.flagged', { flagged: figures.flagged, posts: figures.posts, rate: percent(flaggedShare.rate) }),
  ];
};

/** How a corrected share of a neighbourhood lies beside the city's; empty for the city and for uncorrected shares. */
export const sayVersus = (
  translator: Translator,
  { corrected }: AreaFigures,
  city: AreaFigures,
  signal: Signal,
  target: Slice,
): string => {
  const verdict = corrected?.versusCity;
  if (!verdict) return '';
  const rate = city.corrected === null ? null : city.rate;
  return translator.say(`versus.sentence.${verdict}`, {
    carries: sayCarries(translator, signal, target),
    known: String(rate !== null),
    rate: rate === null ? '' : translator.percent(rate),
    good: String(signal === 'bridging'),
  });
};

/** What a cluster says of an area: a whole sentence, or a few words for a list. */
export const sayCluster = (
  { say }: Translator,
  found: SpatialClusters['areas'][number]['found'],
  length: 'sentence' | 'short',
): string => {
  if (found === null) return say('cluster.none');
  const key: MessageKey = length === 'short' ? `cluster.short.${found}` : `cluster.${found}`;
  return say(key);
};

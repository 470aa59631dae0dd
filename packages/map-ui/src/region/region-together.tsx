import type { RegionComparison } from '@marsad/records/region';
import { sayRangeWithDates } from '../i18n/say-weeks.js';
import { isolate } from '../i18n/translator.js';
import { useRegionTranslator } from './region-translator.js';
import type { RegionView } from './region-view.js';
import { sayLanguages } from './say-region.js';

/** The region as a whole, with its interval; what it is a share of; what those compared have in common. */
export const RegionTogether = ({ comparison, view }: { comparison: RegionComparison; view: RegionView }) => {
  const translator = useRegionTranslator();
  const { say, percent } = translator;
  const { common } = comparison;
  const rate = comparison.region[view.signal];
  const [from, to] = comparison.period.weeks;
  return (
    <section className="region-part" aria-labelledby="together" data-testid="together">
      <h2 id="together">{say('together.title')}</h2>
      {rate === undefined || common === null ? (
        <p>{say('together.none')}</p>
      ) : (
        <p className="together-rate">
          {say('together.rate', {
            cities: rate.cities,
            rate: isolate(percent(rate.rate)),
            carries: say(`carries.${view.signal}`),
            low: isolate(percent(rate.low)),
            high: isolate(percent(rate.high)),
          })}{' '}
          {rate.expected &&
            say('together.expected', {
              low: isolate(percent(rate.expected.low)),
              high: isolate(percent(rate.expected.high)),
            })}{' '}
          {say('together.between', { between: isolate(percent(rate.between)) })}
        </p>
      )}
      {common !== null && (
        <p className="note">
          {say('together.denominator', {
            posts: common.posts,
            cities: common.cities,
            weeks: sayRangeWithDates(translator, { from, to }),
          })}{' '}
          {common.model && say('together.model', { model: isolate(`${common.model.name} ${common.model.version}`) })}{' '}
          {common.languages.length > 0 &&
            say('together.languages', { languages: sayLanguages(translator, common.languages) })}
        </p>
      )}
    </section>
  );
};

import type { Region, RegionComparison } from '@marsad/records/region';
import { SIGNALS } from '@marsad/records/without-checks';
import { useId } from 'react';
import { sayRangeWithDates } from '../i18n/say-weeks.js';
import { useRegionTranslator } from './region-translator.js';
import { MEASURES, periodsOf, RATES, type RegionView } from './region-view.js';

interface Props {
  region: Region;
  comparison: RegionComparison | undefined;
  view: RegionView;
  onChange: (change: Partial<RegionView>) => void;
}

interface Choice<Value extends string> {
  name: string;
  label: string;
  value: string;
  options: readonly (readonly [Value, string])[];
  onChoose: (value: Value) => void;
}

const Choose = <Value extends string>({ name, label, value, options, onChoose }: Choice<Value>) => {
  const id = useId();
  return (
    <div className="control">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        data-testid={name}
        value={value}
        onChange={(event) => {
          const chosen = options.find(([one]) => one === event.target.value);
          if (chosen) onChoose(chosen[0]);
        }}
      >
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
};

/** What is compared: signal, weeks, measure, rates; and what the choice means. */
export const AskControls = ({ region, comparison, view, onChange }: Props) => {
  const translator = useRegionTranslator();
  const { say, percent, list, languageName } = translator;
  const standard = comparison?.standard ?? null;
  const covers = comparison?.standardCovers ?? 1;
  return (
    <section className="controls region-ask" aria-label={say('ask.legend')}>
      <Choose
        name="signal"
        label={say('ask.signal')}
        value={view.signal}
        options={SIGNALS.map((one) => [one, say(`signal.${one}`)] as const)}
        onChoose={(signal) => onChange({ signal })}
      />
      <Choose
        name="period"
        label={say('ask.period')}
        value={view.period ?? ''}
        options={periodsOf(region).map(
          ({ id, weeks: [from, to] }) => [id, sayRangeWithDates(translator, { from, to })] as const,
        )}
        onChoose={(period) => onChange({ period })}
      />
      <Choose
        name="measure"
        label={say('ask.measure')}
        value={view.measure}
        options={MEASURES.map((one) => [one, say(`ask.measure.${one}`)] as const)}
        onChoose={(measure) => onChange({ measure, rates: 'own' })}
      />
      {standard !== null && (
        <Choose
          name="rates"
          label={say('ask.rates')}
          value={view.rates}
          options={RATES.map((one) => [one, say(`ask.rates.${one}`)] as const)}
          onChoose={(rates) => onChange({ rates })}
        />
      )}
      <p className="meaning">
        {say(`meaning.${view.signal}`)} {say(`ask.measureMeaning.${view.measure}`)}{' '}
        {standard !== null &&
          view.rates === 'standardised' &&
          say('ask.standard', {
            mix: list(
              Object.entries(standard)
                .sort(([, a], [, b]) => b - a)
                .map(([code, share]) => say('ask.share', { share: percent(share), language: languageName(code) })),
            ),
          })}{' '}
        {covers < 1 && view.rates === 'standardised' && say('ask.standardCovers', { covers: percent(covers) })}
      </p>
    </section>
  );
};

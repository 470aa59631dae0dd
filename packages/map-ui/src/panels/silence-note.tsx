import type { ProtectionRules } from '@marsad/records/snapshot';
import { sayReason, sayRule } from '../i18n/say-figures.js';
import { sayRuns } from '../i18n/say-weeks.js';
import { useTranslator } from '../i18n/translation.js';
import type { WeekRange } from '../view/coverage.js';
import type { AreaFigures } from '../view/figures.js';
import { WidenButton } from './widen-button.js';

interface Props {
  figures: AreaFigures;
  rules: ProtectionRules;
  range: WeekRange | null;
  onWiden: (range: WeekRange) => void;
}

/** Why there is no figure, or why a part of it is missing, in words and with the numbers of the rule. */
export const SilenceNote = ({ figures, rules, range, onWiden }: Props) => {
  const translator = useTranslator();
  const { say } = translator;
  const { reasons, coverage } = figures;
  if (figures.class === 'no-data') {
    return (
      <section className="silence" data-testid="silence">
        <h3>{say('hidden.noDataTitle')}</h3>
        <p>{say('hidden.noData')}</p>
      </section>
    );
  }
  if (reasons.length === 0 && coverage.cut.length === 0) return null;
  const cutWeeks = coverage.cut.flatMap((block) =>
    block.weeks === null ? [] : [{ from: block.weeks[0], to: block.weeks[1] }],
  );
  const cut = cutWeeks.length > 0 && range !== null && (
    <>
      <p>{say('hidden.cut', { runs: sayRuns(translator, cutWeeks, range) })}</p>
      <WidenButton figures={figures} range={range} testId="widen-panel" onWiden={onWiden} />
    </>
  );
  if (figures.class === 'other-weeks') {
    return (
      <section className="silence" data-testid="silence">
        <h3>{say('hidden.otherWeeksTitle')}</h3>
        {cut}
      </section>
    );
  }
  const body = (
    <>
      {reasons.length > 0 && (
        <>
          <p>{sayRule(translator, rules)}</p>
          <p>{say('hidden.reasons')}</p>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{sayReason(translator, reason, rules)}</li>
            ))}
          </ul>
        </>
      )}
      {cut}
    </>
  );
  return figures.rate === null ? (
    <section className="silence" data-testid="silence">
      <h3>{say('hidden.title')}</h3>
      {body}
    </section>
  ) : (
    <details className="silence" data-testid="silence">
      <summary>{say('hidden.partTitle')}</summary>
      {body}
    </details>
  );
};

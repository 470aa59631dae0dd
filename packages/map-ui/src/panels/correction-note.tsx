import type { Signal } from '@marsad/records/snapshot';
import { sayCorrection } from '../i18n/say-corrected.js';
import { useTranslator } from '../i18n/translation.js';
import type { AreaFigures } from '../view/figures.js';

/** What whoever runs the observatory types, in order. */
const steps = (signal: Signal): string[] => [
  `marsad review sample -c city.yaml --size 1000 --design efficient --signal ${signal} -o sample.csv`,
  'marsad label import -c city.yaml sample.csv --coder reviewer-1',
  'marsad tally -c city.yaml',
  'marsad snapshot create -c city.yaml',
];

/** How a share was corrected; or why it was not, and what to do about it. Nothing where no share is shown. */
export const CorrectionNote = ({ figures, signal }: { figures: AreaFigures; signal: Signal }) => {
  const translator = useTranslator();
  const { say } = translator;
  const { uncorrected } = figures;
  if (uncorrected !== null) {
    return (
      <details className="silence" data-testid="uncorrected" data-reason={uncorrected}>
        <summary>{say('uncorrected.title')}</summary>
        <p>{say(`uncorrected.${uncorrected}`)}</p>
        {uncorrected !== 'by-target' && uncorrected !== 'by-severity' && uncorrected !== 'by-code' && (
          <>
            <p>{say('uncorrected.steps')}</p>
            <pre className="steps" dir="ltr">
              {steps(signal).join('\n')}
            </pre>
          </>
        )}
      </details>
    );
  }
  const sentences = sayCorrection(translator, figures);
  if (sentences.length === 0) return null;
  return (
    <div className="note correction-note" data-testid="correction">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
};

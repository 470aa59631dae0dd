import { useTranslator } from '../i18n/translation.js';
import { useKnown } from './known-provider.js';

/** Where incidents, programmes and notes come from, and what they must not be taken for. */
export const KnownAbout = () => {
  const { say } = useTranslator();
  const { incidents, interventions, notes } = useKnown();
  if (incidents.length + interventions.length + notes.length === 0) return null;
  return (
    <section className="about-card" data-testid="known-about">
      <h3>{say('known.title')}</h3>
      <p>
        {say('known.aboutCounts', {
          incidents: incidents.length,
          programmes: interventions.length,
          notes: notes.length,
        })}
      </p>
      <p className="note">{say('known.aboutText')}</p>
      <p className="note">{say('known.caution')}</p>
    </section>
  );
};

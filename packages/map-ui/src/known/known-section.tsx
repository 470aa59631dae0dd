import type { Area } from '@marsad/records/snapshot';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslator } from '../i18n/translation.js';
import type { WeekRange } from '../view/coverage.js';
import { KnownEventEntry, KnownNoteEntry } from './known-entry.js';
import { eventsOf, notesOf, ofPlace, touches } from './known-of-place.js';
import { useKnown } from './known-provider.js';

// For readers with an account alone.
const Narratives = lazy(async () => ({ default: (await import('./narratives.js')).Narratives }));

interface Props {
  /** ids of the neighbourhoods that the place is or holds; null: the city */
  held: readonly string[] | null;
  /** all neighbourhoods, for the names of those that entries name */
  neighbourhoods: readonly Area[];
  range: WeekRange | null;
}

/** Incidents, programmes and field notes of a place: those of the chosen weeks, and the others to open. */
const Entries = ({ held, neighbourhoods, range }: Props) => {
  const { say } = useTranslator();
  const known = useKnown();
  const { events, notes } = useMemo(
    () => ({ events: ofPlace(eventsOf(known), held), notes: ofPlace(notesOf(known), held) }),
    [known, held],
  );
  if (known.setAside === null)
    return (
      <section data-testid="known">
        <h3>{say('known.title')}</h3>
        <p className="note">{say('known.unreadable')}</p>
      </section>
    );
  if (events.length + notes.length === 0) return null;
  const inside = (one: Parameters<typeof touches>[0]): boolean => range === null || touches(one, range);
  const eventsOutside = events.filter((event) => !inside(event));
  const notesOutside = notes.filter((note) => !inside(note));
  const outside = eventsOutside.length + notesOutside.length;
  const list = (shownEvents: typeof events, shownNotes: typeof notes) => (
    <>
      {shownEvents.length > 0 && (
        <ul className="known-list">
          {shownEvents.map((event) => (
            <KnownEventEntry key={`${event.kind} ${event.id}`} event={event} areas={neighbourhoods} />
          ))}
        </ul>
      )}
      {shownNotes.length > 0 && (
        <>
          <h4>{say('known.notes')}</h4>
          <ul className="known-list">
            {shownNotes.map((note) => (
              <KnownNoteEntry key={note.id} note={note} areas={neighbourhoods} />
            ))}
          </ul>
        </>
      )}
    </>
  );
  return (
    <section className="known" data-testid="known">
      <h3>{say('known.title')}</h3>
      <p className="note" data-testid="known-caution">
        {say('known.caution')}
      </p>
      {list(events.filter(inside), notes.filter(inside))}
      {outside === events.length + notes.length && <p>{say('known.noneInWeeks')}</p>}
      {outside > 0 && (
        <details>
          <summary>{say('known.outside', { count: outside })}</summary>
          {list(eventsOutside, notesOutside)}
        </details>
      )}
      {known.setAside > 0 && <p className="note">{say('known.setAside', { count: known.setAside })}</p>}
    </section>
  );
};

/** What is known offline of a place, and what a reader with an account sees beside it. */
export const KnownSection = (props: Props) => {
  const { language } = useTranslator();
  const { inTiers } = useKnown();
  return (
    <>
      <Entries {...props} />
      {inTiers && (
        <Suspense fallback={null}>
          <Narratives inTiers={inTiers} {...props} />
        </Suspense>
      )}
      {inTiers?.incomplete && (
        <p className="note" data-testid="tiers-incomplete">
          {inTiers.words[language].unreadable}
        </p>
      )}
    </>
  );
};

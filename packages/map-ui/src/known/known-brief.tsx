import type { Area } from '@marsad/records/snapshot';
import { useTranslator } from '../i18n/translation.js';
import { isolate } from '../i18n/translator.js';
import type { WeekRange } from '../view/coverage.js';
import { nameIn } from '../view/names.js';
import { type KnownEvent, touches } from './known-of-place.js';
import { KnownShape } from './known-shape.js';
import { sayEvent } from './say-known.js';

interface Props {
  /** what is known of the place */
  events: readonly KnownEvent[];
  /** how many lines */
  room: number;
  /** all neighbourhoods, for the names of those that entries name */
  areas: readonly Area[];
  range: WeekRange;
}

/** What is known offline in the weeks of a brief, one line each; the latest where there is no room for all. */
export const KnownBrief = ({ events: all, room, areas, range }: Props) => {
  const translator = useTranslator();
  const { say, list, language } = translator;
  const events = all.filter((event) => touches(event, range));
  if (events.length === 0) return null;
  const left = say('known.earlier', { count: events.length - room });
  if (room <= 0)
    return (
      <p className="note" data-testid="known-brief">
        {say('known.title')} · {left}
      </p>
    );
  const nameOf = (id: string): string =>
    isolate(nameIn(areas.find((one) => one.id === id)?.properties.names, language, id).text);
  return (
    <section className="sheet-words" data-testid="known-brief">
      <h2>{say('known.title')}</h2>
      <p className="note">{say('known.caution')}</p>
      <ul className="known-lines">
        {events.slice(Math.max(0, events.length - room)).map((event) => (
          <li key={`${event.kind} ${event.id}`}>
            <KnownShape kind={event.kind} />
            <span>
              {sayEvent(translator, event)} ·{' '}
              {event.areas.length === 0 ? say('known.wholeCity') : list(event.areas.map(nameOf))}
            </span>
          </li>
        ))}
      </ul>
      {events.length > room && <p className="note">{left}</p>}
    </section>
  );
};

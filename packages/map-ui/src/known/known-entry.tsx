import type { Area } from '@marsad/records/snapshot';
import { useTranslator } from '../i18n/translation.js';
import { PlaceName } from '../panels/place-name.js';
import type { KnownEvent, KnownNote } from './known-of-place.js';
import { KnownShape } from './known-shape.js';
import { langOf, sayWeeksOf } from './say-known.js';
import { TierTag } from './tier-tag.js';

/** Names of the areas of an entry; of the whole city where it names none. */
export const Places = ({ ids, areas }: { ids: readonly string[]; areas: readonly Area[] }) => {
  const { say } = useTranslator();
  if (ids.length === 0) return <>{say('known.wholeCity')}</>;
  return ids.map((id, index) => (
    <span key={id}>
      {index > 0 && say('known.and')}
      <PlaceName names={areas.find((area) => area.id === id)?.properties.names} fallback={id} />
    </span>
  ));
};

/** One thing that happened, or one programme: what, where, when, who says so. */
export const KnownEventEntry = ({ event, areas }: { event: KnownEvent; areas: readonly Area[] }) => {
  const translator = useTranslator();
  const { say, sayCode } = translator;
  const { kind, entry } = event;
  const [source, url] = kind === 'incident' ? [entry.source.name, entry.source.url] : [entry.by, entry.url];
  return (
    <li data-known={entry.id}>
      <p className="known-title">
        <KnownShape kind={kind} />
        <PlaceName names={entry.titles} /> <TierTag entry={entry} />
      </p>
      <p className="note">
        {kind === 'incident' ? sayCode('incident', entry.kind) : say('known.programme')} ·{' '}
        {sayWeeksOf(translator, event)} · <Places ids={event.areas} areas={areas} />
      </p>
      {entry.texts && (
        <p>
          <PlaceName names={entry.texts} />
        </p>
      )}
      <p className="note">
        {say(kind === 'incident' ? 'known.source' : 'known.by')}{' '}
        {url === undefined ? (
          <bdi dir="auto">{source}</bdi>
        ) : (
          <a href={url} target="_blank" rel="noopener noreferrer">
            <bdi dir="auto">{source}</bdi>
          </a>
        )}
      </p>
    </li>
  );
};

/** One field note, in its own language. */
export const KnownNoteEntry = ({ note, areas }: { note: KnownNote; areas: readonly Area[] }) => {
  const translator = useTranslator();
  return (
    <li data-known={note.id}>
      <blockquote className="known-note" lang={langOf(note.entry.language)} dir="auto">
        {note.entry.text}
      </blockquote>
      <p className="note">
        {sayWeeksOf(translator, note)} · <Places ids={note.areas} areas={areas} /> ·{' '}
        {translator.languageName(note.entry.language)} <TierTag entry={note.entry} />
      </p>
    </li>
  );
};

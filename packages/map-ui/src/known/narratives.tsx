import type { Area, SharedNarrative } from '@marsad/records/snapshot';
import { useTranslator } from '../i18n/translation.js';
import { PlaceName } from '../panels/place-name.js';
import type { WeekRange } from '../view/coverage.js';
import { Places } from './known-entry.js';
import { ofPlace, touches } from './known-of-place.js';
import type { KnownInTiers } from './known-offline.js';
import { langOf, sayWeeksOf } from './say-known.js';

interface Props {
  inTiers: KnownInTiers;
  /** ids of the neighbourhoods that the place is or holds; null: the city */
  held: readonly string[] | null;
  /** all neighbourhoods, for the names of those that entries name */
  neighbourhoods: readonly Area[];
  range: WeekRange | null;
}

/** A narrative with the weeks and places it has to do with. */
const placed = (entry: SharedNarrative) => ({
  id: entry.id,
  from: entry.weeks[0],
  to: entry.weeks[1],
  areas: entry.area === null ? [] : [entry.area],
  entry,
});

/** Stories that come back in many posts, as partners are told them; no sentence that somebody wrote is among them. */
export const Narratives = ({ inTiers, held, neighbourhoods, range }: Props) => {
  const translator = useTranslator();
  const { say, language, languageName } = translator;
  const words = inTiers.words[language];
  const all = ofPlace(inTiers.narratives.map(placed), held);
  const inside = all.filter((one) => range === null || touches(one, range));
  const outside = all.filter((one) => !inside.includes(one));
  const list = (shown: typeof all) => (
    <ul className="known-list">
      {shown.map((one) => (
        <li key={one.id} data-narrative={one.id}>
          <p>
            <PlaceName names={one.entry.paraphrase} />
          </p>
          <p className="note">
            {say(`signal.${one.entry.signal}`)}
            {one.entry.target !== undefined && <> · {say(`target.${one.entry.target}`)}</>} ·{' '}
            {sayWeeksOf(translator, one)} · <Places ids={one.areas} areas={neighbourhoods} />
          </p>
          {one.entry.examples.length > 0 && (
            <details>
              <summary>{words.examples}</summary>
              {one.entry.examples.map((example) => (
                <blockquote
                  key={`${example.language} ${example.text}`}
                  className="known-note"
                  lang={langOf(example.language)}
                  dir="auto"
                  title={languageName(example.language)}
                >
                  {example.text}
                </blockquote>
              ))}
            </details>
          )}
        </li>
      ))}
    </ul>
  );
  if (all.length === 0) return null;
  return (
    <section className="known" data-testid="narratives">
      <h3>
        {words.narratives} <span className="tag">{words.tag.partner}</span>
      </h3>
      <p className="note">{words.narrativesNote}</p>
      {inside.length > 0 ? list(inside) : <p>{words.noneInWeeks}</p>}
      {outside.length > 0 && (
        <details>
          <summary>{words.otherWeeks}</summary>
          {list(outside)}
        </details>
      )}
    </section>
  );
};

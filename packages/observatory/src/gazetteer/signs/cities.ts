import { type CityBeside, cityBeside } from '../city-beside.js';
import type { NameClass } from '../name-class.js';
import type { OtherPlaces } from '../other-places.js';
import type { CuesBefore } from './cues.js';
import { isCapital, type Scene } from './scene.js';
import { WORTH } from './worth.js';

/** What beside another city nothing makes up for, once it is known that the city is not ours. */
const HOPELESS = -7;

/** What follows a town that a reader may not know: its département, its state or province. */
const ADDRESS =
  /^(?: \((?:\d\d|2[AB]|97\d)\)|,? \(?(?:AL|AK|AZ|AR|CA|CT|DE|FL|GA|HI|ID|IL|IA|KS|KY|LA|MA|MD|MI|MN|MO|MS|MT|NC|ND|NE|NH|NJ|NM|NV|NY|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VA|VT|WA|WI|WV|WY|ON|QC|BC|AB|NSW|QLD)\b(?!\s+\p{Lu}{2}))/u;

/** What another city in the text takes besides from a name of one word that no preposition of place stands before. */
const UNPLACED = 1;

const worthOf = (city: CityBeside, kind: NameClass, homeKnown: boolean): number => {
  if (city === 'none') return 0;
  if (city === 'covered') return HOPELESS;
  if (city === 'own') return WORTH.own[kind];
  if (city === 'home' || city === 'kin') return WORTH.home[kind];
  if (city === 'beside') return homeKnown && kind === 'distinct' ? HOPELESS : WORTH.beside[kind];
  if (city === 'near' && kind !== 'distinct') return WORTH.beside[kind];
  return city !== 'elsewhere' && homeKnown ? WORTH.within[kind] : WORTH.elsewhere[kind];
};

/** Log-odds from the cities and countries that a text names. */
export const fromCities = (
  { reading, met, last, after, single }: Scene,
  { announced, placed }: CuesBefore,
  { homeKnown }: OtherPlaces,
): number => {
  const { from, to, kind } = met;
  const city = cityBeside(reading, from, to);
  const lone = single && kind === 'distinct' && city === 'elsewhere' && !announced && !placed;
  const odds = worthOf(city, kind, homeKnown) - (lone ? UNPLACED : 0);
  // "Castellane (04)" is a town of that département, "Yardley, PA" one of that state.
  if (ADDRESS.test(reading.text.slice(last.end, last.end + 8))) return odds + WORTH.beside[kind];
  // "the Old Town of Prague": what every city has belongs to the one that is named, known or not.
  const owner = reading.words[to + 1];
  const owned = after && /^(?:of|de|d)$/.test(after.folded) && owner?.joined && isCapital(owner);
  return owned && city !== 'own' && city !== 'home' ? odds + WORTH.owned[kind] : odds;
};

import { type CityBeside, cityBeside } from '../city-beside.js';
import type { NameClass } from '../name-class.js';
import type { OtherPlaces } from '../other-places.js';
import { isCapital, type Scene } from './scene.js';
import { WORTH } from './worth.js';

/** What beside another city nothing makes up for, once it is known that the city is not ours. */
const HOPELESS = -7;

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
export const fromCities = ({ reading, met, after }: Scene, { homeKnown }: OtherPlaces): number => {
  const { from, to, kind } = met;
  const city = cityBeside(reading, from, to);
  const odds = worthOf(city, kind, homeKnown);
  // "the Old Town of Prague": what every city has belongs to the one that is named, known or not.
  const owner = reading.words[to + 1];
  const owned = after && /^(?:of|de|d)$/.test(after.folded) && owner?.joined && isCapital(owner);
  return owned && city !== 'own' && city !== 'home' ? odds + WORTH.owned[kind] : odds;
};

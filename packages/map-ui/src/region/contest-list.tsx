import type { Region, RegionCity } from '@marsad/records/region';
import { sayRange } from '../i18n/say-weeks.js';
import { isolate } from '../i18n/translator.js';
import { CityLink, Written } from './region-names.js';
import { type RegionTranslator, useRegionTranslator } from './region-translator.js';
import { sayDay } from './say-region.js';

type Contest = RegionCity['contests'][number];

const sayAbout = (translator: RegionTranslator, { about }: Contest): string => {
  const { say, languageName } = translator;
  if (about.kind === 'term') {
    return say('contests.term', { term: isolate(about.term), language: languageName(about.language) });
  }
  if (about.kind === 'source') return say('contests.source', { source: isolate(about.source) });
  return say('contests.cell', {
    signal: about.signal === undefined ? say('contests.anySignal') : say(`signal.${about.signal}`),
    place: about.area === null ? say('contests.wholeCity') : say('contests.area', { area: isolate(about.area) }),
    weeks:
      about.weeks === null
        ? say('contests.allWeeks')
        : sayRange(translator, { from: about.weeks[0], to: about.weeks[1] }),
  });
};

/** What cities and communities say is wrong, until it is answered. */
export const ContestList = ({ region }: { region: Region }) => {
  const translator = useRegionTranslator();
  const { say } = translator;
  const contested = region.cities.filter(({ contests }) => contests.length > 0);
  if (contested.length === 0) return null;
  return (
    <section className="region-part" aria-labelledby="contests" data-testid="contests">
      <h2 id="contests">{say('contests.title')}</h2>
      <p className="note">{say('contests.note')}</p>
      {contested.map((city) => (
        <div key={city.id} id={`contests-${city.id}`} className="contested">
          <h3>
            <CityLink city={city} />
          </h3>
          <ul className="plain">
            {city.contests.map((contest) => (
              <li key={contest.id} data-contest={contest.id}>
                <strong>{sayAbout(translator, contest)}</strong>{' '}
                {say('contests.by', { by: isolate(contest.by), date: sayDay(translator, contest.raised) })}{' '}
                <Written texts={contest.text} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
};

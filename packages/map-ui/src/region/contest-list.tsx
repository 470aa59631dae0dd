import type { Region, RegionCity } from '@marsad/records/region';
import { sayRangeWithDates } from '../i18n/say-weeks.js';
import { isolate } from '../i18n/translator.js';
import { nameIn } from '../view/names.js';
import { CityLink, Written } from './region-names.js';
import { type RegionTranslator, useRegionTranslator } from './region-translator.js';
import { sayDay } from './say-region.js';

type Contest = RegionCity['contests'][number];

/** A neighbourhood or district by its name, where the region knows it, with its id. */
const sayPlace = ({ say, language }: RegionTranslator, area: string, { places }: RegionCity): string => {
  const { text } = nameIn(places?.[area], language);
  return text === ''
    ? say('contests.area', { area: isolate(area) })
    : say('contests.namedArea', { name: isolate(text), area: isolate(area) });
};

const sayAbout = (translator: RegionTranslator, { about }: Contest, city: RegionCity): string => {
  const { say, languageName } = translator;
  if (about.kind === 'term') {
    return say('contests.term', { term: isolate(about.term), language: languageName(about.language) });
  }
  if (about.kind === 'source') return say('contests.source', { source: isolate(about.source) });
  return say('contests.cell', {
    signal: about.signal === undefined ? say('contests.anySignal') : say(`signal.${about.signal}`),
    place: about.area === null ? say('contests.wholeCity') : sayPlace(translator, about.area, city),
    weeks:
      about.weeks === null
        ? say('contests.allWeeks')
        : sayRangeWithDates(translator, { from: about.weeks[0], to: about.weeks[1] }),
  });
};

/** What cities and communities say is wrong: what is not answered yet, then what is, with the answer. */
export const ContestList = ({ region }: { region: Region }) => {
  const translator = useRegionTranslator();
  const { say } = translator;
  const contested = region.cities.filter(({ contests, answered = [] }) => contests.length + answered.length > 0);
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
            {[...city.contests, ...(city.answered ?? [])].map((contest) => (
              <li key={contest.id} data-contest={contest.id}>
                <strong>{sayAbout(translator, contest, city)}</strong>{' '}
                {say('contests.by', { by: isolate(contest.by), date: sayDay(translator, contest.raised) })}{' '}
                <Written texts={contest.text} />
                <p className="contest-answer">
                  {contest.answer ? (
                    <>
                      {say('contests.answer', {
                        by: isolate(contest.answer.by),
                        date: sayDay(translator, contest.answer.answered),
                      })}{' '}
                      <Written texts={contest.answer.text} />
                    </>
                  ) : (
                    say('contests.open')
                  )}
                </p>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
};

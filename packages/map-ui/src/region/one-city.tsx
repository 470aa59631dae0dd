import type { Region, RegionCity } from '@marsad/records/region';
import { sayRange } from '../i18n/say-weeks.js';
import { nameIn } from '../view/names.js';
import { cityAddress, useCityName, useWays, Written } from './region-names.js';
import { useRegionTranslator } from './region-translator.js';
import type { RegionView } from './region-view.js';
import { sayDay, sayLanguages } from './say-region.js';

interface Props {
  region: Region;
  view: RegionView;
  onChange: (change: Partial<RegionView>) => void;
}

const Profile = ({ city }: { city: RegionCity }) => {
  const translator = useRegionTranslator();
  const { say, count } = translator;
  const { country, population, framework, contact, languages } = city.profile;
  const told = country ?? population ?? framework ?? contact ?? (languages.length > 0 ? languages : undefined);
  if (told === undefined) return <p>{say('city.noProfile')}</p>;
  return (
    <dl className="profile">
      {country !== undefined && <Told name={say('city.country')}>{<bdi>{country}</bdi>}</Told>}
      {population !== undefined && <Told name={say('city.population')}>{<bdi>{count(population)}</bdi>}</Told>}
      {languages.length > 0 && <Told name={say('methods.languages')}>{sayLanguages(translator, languages)}</Told>}
      {framework && (
        <Told name={say('city.framework')}>
          {framework.url === undefined ? (
            <Written texts={framework.titles} />
          ) : (
            <a href={framework.url} rel="noreferrer">
              <Written texts={framework.titles} />
            </a>
          )}
        </Told>
      )}
      {contact && (
        <Told name={say('city.contact')}>
          <Written texts={contact.office} />{' '}
          {contact.email !== undefined && <a href={`mailto:${contact.email}`}>{contact.email}</a>}{' '}
          {contact.url !== undefined && (
            <a href={contact.url} rel="noreferrer">
              <bdi>{contact.url}</bdi>
            </a>
          )}
        </Told>
      )}
    </dl>
  );
};

const Told = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Versions = ({ city }: { city: RegionCity }) => {
  const translator = useRegionTranslator();
  const { say, count, list } = translator;
  return (
    <div className="table-scroll">
      <table className="region-table" data-testid="versions">
        <caption className="figures-caption">{say('city.versions')}</caption>
        <thead>
          <tr>
            <th scope="col" className="number">
              {say('city.version')}
            </th>
            <th scope="col">{say('city.state')}</th>
            <th scope="col">{say('city.level')}</th>
            <th scope="col">{say('methods.weeks')}</th>
            <th scope="col">{say('city.issued')}</th>
            <th scope="col">{say('city.received')}</th>
            <th scope="col">{say('city.until')}</th>
            <th scope="col">{say('city.changed')}</th>
          </tr>
        </thead>
        <tbody>
          {city.timeline.toReversed().map((version) => (
            <tr key={version.version} data-state={version.state}>
              <th scope="row" className="number">
                <bdi>{count(version.version)}</bdi>
              </th>
              <td>{say(`city.state.${version.state}`)}</td>
              <td>{say(`region.tier.${version.tier}`)}</td>
              <td>
                {version.weeks
                  ? sayRange(translator, { from: version.weeks[0], to: version.weeks[1] })
                  : say('methods.empty')}
              </td>
              <td>{sayDay(translator, version.issued)}</td>
              <td>{sayDay(translator, version.received)}</td>
              <td>{sayDay(translator, version.expires)}</td>
              <td>
                {version.changed.length === 0
                  ? say('city.changedNone')
                  : list(version.changed.map((what) => say(`city.changed.${what}`)))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Notices = ({ city }: { city: RegionCity }) => {
  const translator = useRegionTranslator();
  const { say, count, list } = translator;
  if (city.notices.length === 0) return null;
  return (
    <>
      <h3>{say('city.notices')}</h3>
      <ul className="plain">
        {city.notices.map((notice) => (
          <li key={notice.number} data-notice={notice.type}>
            {say(`city.notice.${notice.type}`, {
              date: sayDay(translator, notice.issued),
              versions: say('city.noticeVersions', {
                count: notice.versions.length,
                list: list(notice.versions.map((version) => count(version))),
              }),
            })}{' '}
            <Written texts={notice.reason} />
          </li>
        ))}
      </ul>
    </>
  );
};

/** Into its observatory, and to its package, where these are there. */
const Ways = ({ city, name }: { city: RegionCity; name: string }) => {
  const { say, language } = useRegionTranslator();
  const ways = useWays(city.id);
  return (
    <p className="ways">
      {ways.observatory && (
        <a className="quiet" href={cityAddress(city.id, language)}>
          {say('cities.open', { city: name })}
        </a>
      )}
      {ways.package && (
        <a className="quiet" href={`cities/${encodeURIComponent(city.id)}/snapshot.zip`} download={`${city.id}.zip`}>
          {say('city.download')}
        </a>
      )}
    </p>
  );
};

/** Everything the hub knows of one city: what it says of itself, its versions over time, its notices, its package. */
export const OneCity = ({ region, view, onChange }: Props) => {
  const { say, language, collator } = useRegionTranslator();
  const called = useCityName();
  const named = region.cities
    .map((city) => ({ city, name: nameIn(city.names, language, city.id).text }))
    .sort((a, b) => collator.compare(a.name, b.name));
  const chosen = named.find(({ city }) => city.id === view.city) ?? named[0];
  if (!chosen) return null;
  const { city } = chosen;
  return (
    <section
      className="region-part"
      id="one-city"
      tabIndex={-1}
      aria-labelledby="one-city-title"
      data-testid="one-city"
    >
      <h2 id="one-city-title">{say('city.title')}</h2>
      <div className="region-row">
        <label>
          <span>{say('city.choose')}</span>
          <select
            data-testid="choose-city"
            value={city.id}
            onChange={(event) => onChange({ city: event.target.value })}
          >
            {named.map((one) => (
              <option key={one.city.id} value={one.city.id}>
                {called(one.city.id)}
              </option>
            ))}
          </select>
        </label>
        <Ways city={city} name={called(city.id)} />
      </div>
      <h3>{say('city.profile')}</h3>
      <Profile city={city} />
      <Versions city={city} />
      <Notices city={city} />
    </section>
  );
};

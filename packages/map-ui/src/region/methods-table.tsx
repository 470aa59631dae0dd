import type { Region, RegionCity } from '@marsad/records/region';
import { memo } from 'react';
import { sayRange } from '../i18n/say-weeks.js';
import { CityLink } from './region-names.js';
import { useRegionTranslator } from './region-translator.js';
import { sayLanguages } from './say-region.js';

const MethodRow = ({ city }: { city: RegionCity }) => {
  const translator = useRegionTranslator();
  const { say, sayCode, count, list } = translator;
  const { method } = city;
  const areas = count(method.areas.count);
  return (
    <tr>
      <th scope="row">
        <CityLink city={city} />
      </th>
      <td>
        <bdi>
          {method.model.name} {method.model.version}
        </bdi>
      </td>
      <td>{sayLanguages(translator, method.measuredLanguages)}</td>
      <td>{sayLanguages(translator, method.languages)}</td>
      <td>{sayLanguages(translator, method.byLanguage ?? [])}</td>
      <td>
        {list(
          Object.entries(method.sources).map(([kind, number]) =>
            say('methods.source', { kind: sayCode('kind', kind), count: count(number) }),
          ),
        )}
      </td>
      <td className="number">
        <bdi>{count(method.labels)}</bdi>
      </td>
      <td>
        {method.areas.version === undefined
          ? areas
          : say('methods.areasOf', { count: areas, version: method.areas.version })}
      </td>
      <td>
        {say('methods.rulesOf', {
          posts: count(method.rules.minimumPosts),
          authors: count(method.rules.minimumAuthors),
        })}
      </td>
      <td>
        <bdi>{method.format}</bdi>
      </td>
      <td>
        {method.weeks ? sayRange(translator, { from: method.weeks[0], to: method.weeks[1] }) : say('methods.empty')}
      </td>
    </tr>
  );
};

/** How each city measures, one row each. Drawn once: no question changes it. */
export const MethodsTable = memo(({ region }: { region: Region }) => {
  const { say } = useRegionTranslator();
  return (
    <section className="region-part" aria-labelledby="methods">
      <h2 id="methods">{say('methods.title')}</h2>
      <p className="note">{say('methods.note')}</p>
      <div className="table-scroll methods-scroll">
        <table className="region-table" data-testid="methods" aria-labelledby="methods">
          <thead>
            <tr>
              <th scope="col">{say('cities.city')}</th>
              <th scope="col">{say('methods.model')}</th>
              <th scope="col">{say('methods.measured')}</th>
              <th scope="col">{say('methods.languages')}</th>
              <th scope="col">{say('methods.byLanguage')}</th>
              <th scope="col">{say('methods.sources')}</th>
              <th scope="col" className="number">
                {say('methods.labels')}
              </th>
              <th scope="col">{say('methods.areas')}</th>
              <th scope="col">{say('methods.rules')}</th>
              <th scope="col">{say('methods.format')}</th>
              <th scope="col">{say('methods.weeks')}</th>
            </tr>
          </thead>
          <tbody>
            {region.cities.map((city) => (
              <MethodRow key={city.id} city={city} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
});

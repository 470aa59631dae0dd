import type { Area, SnapshotManifest } from '@marsad/records/snapshot';
import { useTranslator } from '../i18n/translation.js';
import { otherNames } from '../view/names.js';
import { PlaceName } from './place-name.js';

/** What is known of a neighbourhood without any figure: its other names, its district, its population. */
export const AreaFacts = ({ area, districts }: { area: Area; districts: SnapshotManifest['city']['districts'] }) => {
  const { say, count, language } = useTranslator();
  const { names, district, population } = area.properties;
  const others = otherNames(names, language);
  return (
    <dl className="facts">
      {others.length > 0 && (
        <div>
          <dt>{say('panel.otherNames')}</dt>
          <dd>
            {others.map((name) => (
              <bdi key={name.language} lang={name.language} dir="auto">
                {name.text}
              </bdi>
            ))}
          </dd>
        </div>
      )}
      {district !== null && (
        <div>
          <dt>{say('panel.district')}</dt>
          <dd>
            <PlaceName names={districts[district]} fallback={district} />
          </dd>
        </div>
      )}
      {population !== null && (
        <div>
          <dt>{say('panel.population')}</dt>
          <dd>{count(population)}</dd>
        </div>
      )}
    </dl>
  );
};

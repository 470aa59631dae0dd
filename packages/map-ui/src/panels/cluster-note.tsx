import type { Area, SpatialClusters } from '@marsad/records/snapshot';
import { sayCluster } from '../i18n/say-corrected.js';
import { useTranslator } from '../i18n/translation.js';
import { isolate } from '../i18n/translator.js';
import { nameIn } from '../view/names.js';

interface Props {
  /** of the signal; undefined where none could be looked for */
  clusters: SpatialClusters | undefined;
  /** the selected area; undefined shows all that was found */
  area: Area | undefined;
  areas: readonly Area[];
}

/** How a neighbourhood lies beside those around it; of the city, which ones stand together. */
export const ClusterNote = ({ clusters, area, areas }: Props) => {
  const translator = useTranslator();
  const { say, language } = translator;
  if (clusters === undefined) return null;
  const own = area && clusters.areas.find((one) => one.area === area.id);
  if (area && !own) return null;
  const found = clusters.areas.flatMap((one) => {
    const place = areas.find(({ id }) => id === one.area);
    return one.found === null || !place ? [] : [{ ...one, place }];
  });
  return (
    <section data-testid="clusters" data-found={own ? (own.found ?? 'none') : String(found.length)}>
      <h3>{say(area ? 'cluster.title' : 'cluster.cityTitle')}</h3>
      {own ? (
        <p>{sayCluster(translator, own.found, 'sentence')}</p>
      ) : found.length === 0 ? (
        <p>{say('cluster.cityNone')}</p>
      ) : (
        <ul className="plain-list">
          {found.map((one) => (
            <li key={one.area}>
              {say('cluster.item', {
                name: isolate(nameIn(one.place.properties.names, language, one.area).text),
                what: sayCluster(translator, one.found, 'short'),
              })}
            </li>
          ))}
        </ul>
      )}
      <p className="note">
        {say('cluster.note', { permutations: clusters.permutations, seed: String(clusters.seed) })}
      </p>
    </section>
  );
};

import type { Region, RegionCity } from '@marsad/records/region';
import type { Names } from '@marsad/records/snapshot';
import { createContext, use } from 'react';
import { nameIn } from '../view/names.js';
import { useRegionTranslator } from './region-translator.js';

/** A text in the reader's language or the nearest there is, marked with the language it is really in. */
export const Written = ({ texts, fallback = '' }: { texts: Names | undefined; fallback?: string }) => {
  const { language } = useRegionTranslator();
  const written = nameIn(texts, language, fallback);
  return (
    <bdi lang={written.language === language ? undefined : written.language} dir="auto">
      {written.text}
    </bdi>
  );
};

const BesideContext = createContext<Region['beside']>(undefined);

/** Gives what lies beside the page to everything below. */
export const Beside = BesideContext.Provider;

/** Which ways lead on from a city: to its observatory, to its package. */
export const useWays = (city: string): { observatory: boolean; package: boolean } => {
  const beside = use(BesideContext);
  return {
    observatory: beside?.observatories.includes(city) ?? false,
    package: beside?.packages.includes(city) ?? false,
  };
};

/** Address of a city's observatory, from the region's page. */
export const cityAddress = (id: string, language: string): string =>
  `cities/${encodeURIComponent(id)}/?lang=${language}`;

/** A city's name as the way into its observatory, with its mark where it is invented. */
export const CityLink = ({ city }: { city: RegionCity }) => {
  const { language, say } = useRegionTranslator();
  const { observatory } = useWays(city.id);
  return (
    <>
      {observatory ? (
        <a href={cityAddress(city.id, language)}>
          <Written texts={city.names} fallback={city.id} />
        </a>
      ) : (
        <Written texts={city.names} fallback={city.id} />
      )}
      {city.fictional && <span className="invented">{say('region.inventedCity')}</span>}
    </>
  );
};

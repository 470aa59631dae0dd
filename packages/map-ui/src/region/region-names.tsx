import type { Region, RegionCity } from '@marsad/records/region';
import type { Names } from '@marsad/records/snapshot';
import { createContext, use } from 'react';
import { isolate } from '../i18n/translator.js';
import { nameIn } from '../view/names.js';
import type { CityName } from './city-names.js';
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

const CalledContext = createContext<ReadonlyMap<string, CityName>>(new Map());

/** Gives what cities are called in the reader's language to everything below. */
export const Called = CalledContext.Provider;

/**
 * What a city is called, by its id, set apart from the words around it; where two cities have one name, with the id behind it.
 * An id of no city stands for itself.
 */
export const useCityName = (): ((id: string) => string) => {
  const called = use(CalledContext);
  return (id) => {
    const name = called.get(id);
    return name?.isShared ? `${isolate(name.text)} (${isolate(id)})` : isolate(name?.text ?? id);
  };
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
  const isShared = use(CalledContext).get(city.id)?.isShared;
  return (
    <>
      {observatory ? (
        <a href={cityAddress(city.id, language)}>
          <Written texts={city.names} fallback={city.id} />
        </a>
      ) : (
        <Written texts={city.names} fallback={city.id} />
      )}
      {isShared && (
        <span>
          {' '}
          (<bdi>{city.id}</bdi>)
        </span>
      )}
      {city.fictional && <span className="invented">{say('region.inventedCity')}</span>}
    </>
  );
};

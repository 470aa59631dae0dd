import { type Names, type Region, weekStart } from '@marsad/records';
import { cityFolder } from './city-pages.js';

const DAY = 86_400_000;

/** A text in the languages it is written in, as JSON-LD tells them. */
const written = (texts: Names): { '@language': string; '@value': string }[] =>
  Object.entries(texts).flatMap(([language, text]) => (text ? [{ '@language': language, '@value': text }] : []));

const dayOf = (time: number): { '@type': string; '@value': string } => ({
  '@type': 'xsd:date',
  '@value': new Date(time).toISOString().slice(0, 10),
});

const distribution = (address: string, type: string): Record<string, unknown> => ({
  '@type': 'dcat:Distribution',
  'dcat:accessURL': { '@id': address },
  'dcat:downloadURL': { '@id': address },
  'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${type}` },
});

/**
 * The catalogue of the region for machines: DCAT 3 (W3C) as JSON-LD, one data set for every city that is shown. Addresses are
 * relative to the file, so that it is right wherever the site lies.
 */
export const catalogueOf = (region: Region): Record<string, unknown> => ({
  '@context': {
    dcat: 'http://www.w3.org/ns/dcat#',
    dct: 'http://purl.org/dc/terms/',
    xsd: 'http://www.w3.org/2001/XMLSchema#',
  },
  '@id': './',
  '@type': 'dcat:Catalog',
  'dct:title': written(region.hub.names),
  'dct:identifier': region.hub.id,
  'dct:modified': { '@type': 'xsd:dateTime', '@value': region.at },
  'dcat:dataset': region.cities
    .filter(({ id }) => region.beside?.observatories.includes(id))
    .map(({ id, names, method, profile, timeline }) => {
      const held = timeline.find(({ state }) => state === 'held');
      const folder = cityFolder(id);
      return {
        '@id': folder,
        '@type': 'dcat:Dataset',
        'dct:title': written(names),
        'dct:identifier': id,
        ...(held && { 'dcat:version': String(held.version) }),
        ...(held && { 'dct:issued': { '@type': 'xsd:dateTime', '@value': held.issued } }),
        ...(profile.licence?.url !== undefined && { 'dct:license': { '@id': profile.licence.url } }),
        'dct:language': method.languages.map((code) => ({ '@id': `http://id.loc.gov/vocabulary/iso639-3/${code}` })),
        ...(method.weeks && {
          'dct:temporal': {
            '@type': 'dct:PeriodOfTime',
            'dcat:startDate': dayOf(weekStart(method.weeks[0])),
            'dcat:endDate': dayOf(weekStart(method.weeks[1]) + 6 * DAY),
          },
        }),
        'dcat:landingPage': { '@id': folder },
        'dcat:distribution': [
          distribution(`${folder}data/figures.json`, 'application/json'),
          distribution(`${folder}data/areas.geojson`, 'application/geo+json'),
          ...(region.beside?.packages.includes(id) ? [distribution(`${folder}snapshot.zip`, 'application/zip')] : []),
        ],
      };
    }),
});

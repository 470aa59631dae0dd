import type { Region } from '@marsad/records/region';
import type { InterfaceLanguage } from '@marsad/records/snapshot';
import { useEffect, useMemo, useState } from 'react';
import { TranslationProvider } from '../i18n/translation.js';
import { LanguageSwitch } from '../panels/language-switch.js';
import { nameIn } from '../view/names.js';
import { AskControls } from './ask-controls.js';
import { cityNames } from './city-names.js';
import { CityTrends } from './city-trends.js';
import { ComparisonTable } from './comparison-table.js';
import { ContestList } from './contest-list.js';
import { Library } from './library.js';
import { MethodsTable } from './methods-table.js';
import { OneCity } from './one-city.js';
import { Beside, Called, Written } from './region-names.js';
import { RegionTogether } from './region-together.js';
import { openRegionTranslator, RegionTranslation, type RegionTranslator } from './region-translator.js';
import { comparisonOf, type RegionView, regionQuery, regionViewFrom } from './region-view.js';
import { sayStanding } from './say-region.js';

interface Start {
  region: Region;
  translator: RegionTranslator;
  address: { query: () => string; replaceQuery: (query: string) => void };
  /** where readers who are logged in find their account; undefined where nobody logs in */
  account: string | undefined;
}

/** The region's page: what is compared, the region together, cities side by side and over time, methods, library. */
export const RegionPage = ({ region, translator: first, address, account }: Start) => {
  const [translator, setTranslator] = useState(first);
  const [view, setView] = useState(() => regionViewFrom(address.query(), region, first.language));
  const { say, language, direction } = translator;
  const change = (part: Partial<RegionView>): void => setView((before) => ({ ...before, ...part }));
  useEffect(() => address.replaceQuery(regionQuery(view, region)), [view, region, address]);
  const hub = nameIn(region.hub.names, language, region.hub.id).text;
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = direction;
    document.title = `${hub} · ${say('header.product')}`;
  }, [hub, language, direction, say]);
  const speak = (wanted: InterfaceLanguage): void => {
    void openRegionTranslator(wanted).then((opened) => {
      setTranslator(opened);
      change({ language: wanted });
    });
  };
  const comparison = comparisonOf(region, view);
  const called = useMemo(() => cityNames(region.cities, language), [region, language]);
  const invented = region.cities.filter(({ fictional }) => fictional).length;
  return (
    <RegionTranslation value={translator}>
      <TranslationProvider value={translator}>
        <header className="page-header">
          <a className="skip" href="#cities">
            {say('region.skip')}
          </a>
          {invented > 0 && (
            <p className="fictional">
              {say(invented === region.cities.length ? 'region.allFictional' : 'region.fictional')}
            </p>
          )}
          <div className="page-header-row">
            <div className="page-title">
              <p className="product">
                {say('header.product')} · {say('region.title')}
              </p>
              <h1>
                <Written texts={region.hub.names} fallback={region.hub.id} />
              </h1>
            </div>
            <p className="base-line">
              {say('region.base')} {sayStanding(translator, region)}
            </p>
            {account !== undefined && (
              <a className="quiet" href={`${account}?lang=${language}`} data-testid="account">
                {say('region.account')}
              </a>
            )}
            <LanguageSwitch onChange={speak} />
          </div>
        </header>
        <Beside value={region.beside}>
          <Called value={called}>
            <main className="region" data-testid="region">
              {region.cities.length === 0 && <p>{say('region.none')}</p>}
              {region.comparisons.length > 0 && (
                <AskControls region={region} comparison={comparison} view={view} onChange={change} />
              )}
              {comparison && <RegionTogether comparison={comparison} view={view} />}
              {comparison && <ComparisonTable region={region} comparison={comparison} view={view} onChange={change} />}
              <CityTrends region={region} comparison={comparison} view={view} />
              <ContestList region={region} />
              <OneCity region={region} view={view} onChange={change} />
              {region.cities.length > 0 && <MethodsTable region={region} />}
              <Library region={region} />
            </main>
          </Called>
        </Beside>
        <footer className="page-footer">
          <p>{say('foot.method')}</p>
          <p className="ways">
            <a href="region.json">{say('foot.data')}</a>
            <a href="catalogue.jsonld">{say('foot.catalogue')}</a>
          </p>
        </footer>
      </TranslationProvider>
    </RegionTranslation>
  );
};

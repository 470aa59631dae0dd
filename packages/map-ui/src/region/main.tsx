import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { languageInUrl, readerLanguage } from '../state/reader-language.js';
import { loadRegion } from './load-region.js';
import { RegionPage } from './region-page.js';
import { openRegionTranslator } from './region-translator.js';
import './region.css';

const start = async (mount: HTMLElement): Promise<void> => {
  const language = languageInUrl(location.search) ?? readerLanguage(navigator.languages);
  const loading = loadRegion((name) => fetch(new URL(name, document.baseURI)));
  const translator = await openRegionTranslator(language);
  document.documentElement.lang = translator.language;
  document.documentElement.dir = translator.direction;
  const root = createRoot(mount);
  root.render(<p className="loading">{translator.say('region.loading')}</p>);
  const region = await loading;
  const address = {
    query: () => location.search,
    replaceQuery: (query: string) => history.replaceState(null, '', `${location.pathname}${query}${location.hash}`),
  };
  root.render(
    <StrictMode>
      {region ? (
        <RegionPage
          region={region}
          translator={translator}
          address={address}
          account={document.querySelector('meta[name="marsad-account"]')?.getAttribute('content') ?? undefined}
        />
      ) : (
        <main className="problem" data-testid="problem">
          <h1>{translator.say('region.problemTitle')}</h1>
          <p>{translator.say('region.problem')}</p>
        </main>
      )}
    </StrictMode>,
  );
};

const mount = document.getElementById('region');
if (mount) void start(mount);

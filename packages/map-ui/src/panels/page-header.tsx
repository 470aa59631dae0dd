import type { InterfaceLanguage, SnapshotManifest } from '@marsad/records/snapshot';
import { lazy, Suspense } from 'react';
import { useTranslator } from '../i18n/translation.js';
import { accountOfReader } from '../state/reader-marks.js';
import { regionAbove } from '../state/region-above.js';
import { LanguageSwitch } from './language-switch.js';
import { PlaceName } from './place-name.js';

// For readers with an account alone.
const ReaderNote = lazy(async () => ({ default: (await import('./reader-note.js')).ReaderNote }));

interface Props {
  city: SnapshotManifest['city'];
  onLanguage: (language: InterfaceLanguage) => void;
}

/** A tower that looks both ways: the mark of the observatory. */
const Mark = () => (
  <svg className="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
    <path d="M16 3 24 9v3H8V9z" />
    <path d="M11 14h10l2 15H9z" />
    <circle cx="16" cy="20" r="2.6" className="mark-eye" />
  </svg>
);

/** Whose figures these are, what they are and what they are not, and the choice of language. */
export const PageHeader = ({ city, onLanguage }: Props) => {
  const { say, language } = useTranslator();
  const region = regionAbove();
  const account = accountOfReader();
  return (
    <header className="page-header">
      <a className="skip" href="#figures">
        {say('header.skip')}
      </a>
      {city.fictional && (
        <p className="fictional" data-testid="fictional">
          {say('header.fictional')}
        </p>
      )}
      <div className="page-header-row">
        <Mark />
        <div className="page-title">
          <p className="product">{say('header.product')}</p>
          <h1>
            <PlaceName names={city.names} fallback={city.id} />
          </h1>
        </div>
        <p className="base-line">{say('header.base')}</p>
        {region !== undefined && (
          <a className="quiet" href={`${region}?lang=${language}`} data-testid="region-link">
            {say('header.region')}
          </a>
        )}
        {account !== undefined && (
          <Suspense fallback={null}>
            <ReaderNote account={account} />
          </Suspense>
        )}
        <LanguageSwitch onChange={onLanguage} />
      </div>
    </header>
  );
};

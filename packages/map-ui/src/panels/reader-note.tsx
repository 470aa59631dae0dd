import { useTranslator } from '../i18n/translation.js';
import { TIER_WORDS } from '../known/tier-words.js';
import { tierOfReader } from '../state/reader-marks.js';

/** For a reader with an account: which tier the page shows, and the way to the account and the log-out. */
export const ReaderNote = ({ account }: { account: string }) => {
  const { language } = useTranslator();
  const { sees, account: words } = TIER_WORDS[language];
  const tier = tierOfReader();
  return (
    <>
      {(tier === 'partner' || tier === 'restricted') && (
        <span className="note" data-testid="reader-tier">
          {sees[tier]}
        </span>
      )}
      <a
        className="quiet"
        href={`${account}?${new URLSearchParams({ lang: language, back: location.pathname })}`}
        data-testid="account"
      >
        {words}
      </a>
    </>
  );
};

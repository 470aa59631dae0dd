import { useTranslator } from '../i18n/translation.js';
import { useKnown } from './known-provider.js';

/** Says beside an entry that not everybody sees it, and who does; nothing beside what everybody sees. */
export const TierTag = ({ entry }: { entry: object }) => {
  const { language } = useTranslator();
  const { inTiers } = useKnown();
  const tier = inTiers?.tierOf.get(entry);
  if (!inTiers || !tier) return null;
  return (
    <span className="tag" data-tier={tier}>
      {inTiers.words[language].tag[tier]}
    </span>
  );
};

import { useTranslator } from '../i18n/translation.js';
import { isolate } from '../i18n/translator.js';

/** Which parts of the link the page could not follow: silence would pass for an answer to them. */
export const IgnoredNotice = ({ parts }: { parts: readonly string[] }) => {
  const { say } = useTranslator();
  if (parts.length === 0) return null;
  return (
    <p className="set-aside" role="status" data-testid="ignored">
      {say('notice.ignored', { parts: parts.map(isolate).join(' · ') })}
    </p>
  );
};

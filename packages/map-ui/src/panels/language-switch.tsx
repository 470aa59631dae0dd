import type { InterfaceLanguage } from '@marsad/records/snapshot';
import { INTERFACE_LANGUAGES } from '@marsad/records/without-checks';
import { useTranslator } from '../i18n/translation.js';

/** The three languages, each under its own name. */
export const LanguageSwitch = ({ onChange }: { onChange: (language: InterfaceLanguage) => void }) => {
  const { language: current, say } = useTranslator();
  return (
    <fieldset className="language-switch">
      <legend className="visually-hidden">{say('header.language')}</legend>
      {INTERFACE_LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          data-testid={`language-${language}`}
          aria-pressed={language === current}
          onClick={() => onChange(language)}
        >
          {say(`languages.${language}`)}
        </button>
      ))}
    </fieldset>
  );
};

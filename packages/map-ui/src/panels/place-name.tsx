import type { Names } from '@marsad/records/snapshot';
import { useTranslator } from '../i18n/translation.js';
import { nameIn } from '../view/names.js';

/** A name in the reader's language, set apart from the text round it and marked with the language it is really in. */
export const PlaceName = ({ names, fallback = '' }: { names: Names | undefined; fallback?: string }) => {
  const { language } = useTranslator();
  const written = nameIn(names, language, fallback);
  return (
    <bdi lang={written.language === language ? undefined : written.language} dir="auto">
      {written.text}
    </bdi>
  );
};

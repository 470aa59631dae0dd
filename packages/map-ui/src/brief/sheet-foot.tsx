import { useTranslator } from '../i18n/translation.js';

/** The last line of a sheet: where it is from, and which of the two it is, in case they part. */
export const SheetFoot = ({ title, page }: { title: string; page: 1 | 2 }) => {
  const { say, count } = useTranslator();
  return (
    <footer className="sheet-foot">
      <span>
        {say('header.product')} · {title}
      </span>
      <span>{say('brief.page', { page: count(page) })}</span>
    </footer>
  );
};

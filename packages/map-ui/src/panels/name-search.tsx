import { useId } from 'react';
import { useTranslator } from '../i18n/translation.js';

interface Props {
  typed: string;
  /** neighbourhoods that remain in the table */
  found: number;
  onType: (typed: string) => void;
}

/** Filters the table by name, in whichever language the reader knows it. */
export const NameSearch = ({ typed, found, onType }: Props) => {
  const { say } = useTranslator();
  const id = useId();
  return (
    <search className="name-search">
      <label htmlFor={id}>{say('search.label')}</label>
      <input
        id={id}
        type="search"
        dir="auto"
        data-testid="search"
        autoComplete="off"
        value={typed}
        onChange={(event) => onType(event.target.value)}
      />
      <span className="note" role="status" data-testid="search-found">
        {typed.trim() !== '' && say('search.found', { found })}
      </span>
    </search>
  );
};

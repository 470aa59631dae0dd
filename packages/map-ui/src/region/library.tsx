import type { Region } from '@marsad/records/region';
import { useDeferredValue, useMemo, useState } from 'react';
import { useCityName, Written } from './region-names.js';
import { useRegionTranslator } from './region-translator.js';
import { sayLanguages } from './say-region.js';
import { ENTRY_KINDS, type EntryKind, foldLibrary, searchLibrary } from './search-library.js';

/** Programmes, training and guidance of cities and the hub, with a search that reads Arabic as people write it. */
export const Library = ({ region }: { region: Region }) => {
  const translator = useRegionTranslator();
  const { say, languageName } = translator;
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<EntryKind | null>(null);
  const asked = useDeferredValue(typed);
  const folded = useMemo(() => foldLibrary(region.resources, languageName), [region, languageName]);
  const found = useMemo(() => searchLibrary(folded, asked, kind), [folded, asked, kind]);
  const called = useCityName();
  return (
    <section className="region-part" aria-labelledby="library" data-testid="library">
      <h2 id="library">{say('library.title')}</h2>
      {region.resources.length === 0 ? (
        <p>{say('library.empty')}</p>
      ) : (
        <>
          <div className="region-row">
            <label>
              <span>{say('library.find')}</span>
              <input
                type="search"
                data-testid="find-entry"
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            </label>
            <label>
              <span>{say('library.kind')}</span>
              <select
                data-testid="entry-kind"
                value={kind ?? ''}
                onChange={(event) => setKind(ENTRY_KINDS.find((one) => one === event.target.value) ?? null)}
              >
                <option value="">{say('library.allKinds')}</option>
                {ENTRY_KINDS.map((one) => (
                  <option key={one} value={one}>
                    {say(`library.kind.${one}`)}
                  </option>
                ))}
              </select>
            </label>
            <output data-testid="found">{say('library.found', { count: found.length })}</output>
          </div>
          <ul className="plain library-list">
            {found.map((entry) => (
              <li key={`${entry.from ?? ''} ${entry.id}`} data-entry={entry.id}>
                <span className="entry-kind">{say(`library.kind.${entry.kind}`)}</span>{' '}
                {entry.url === undefined ? (
                  <strong>
                    <Written texts={entry.titles} fallback={entry.id} />
                  </strong>
                ) : (
                  <a href={entry.url} rel="noreferrer">
                    <Written texts={entry.titles} fallback={entry.id} />
                  </a>
                )}
                {entry.text && (
                  <p>
                    <Written texts={entry.text} />
                  </p>
                )}
                <p className="note">
                  {entry.languages.length > 0 && `${sayLanguages(translator, entry.languages)} · `}
                  {entry.tags.map((tag) => (
                    <bdi key={tag} className="tag">
                      {tag}
                    </bdi>
                  ))}{' '}
                  <span>
                    {say('library.from', { from: entry.from === null ? say('library.hub') : called(entry.from) })}
                  </span>
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};

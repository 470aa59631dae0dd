import { useId } from 'react';
import { useTranslator } from '../i18n/translation.js';
import type { Choices, View } from '../state/view.js';
import { languageIn, rungIn, SEVERITY_CHOICES, type Slice, severityIn } from '../view/slice.js';

interface Props {
  view: View;
  choices: Pick<Choices, 'severities' | 'languages' | 'rungs'>;
  /** languages that the city collects (ISO 639-3): those of too few posts are named too */
  collected: readonly string[];
  onChange: (change: Partial<View>) => void;
}

interface Filter {
  name: 'severity' | 'language' | 'rung';
  label: string;
  all: string;
  options: { slice: Slice; words: string; told: boolean }[];
}

/** What else can be asked for, one at a time: a severity of hate, a language, a rung. Nothing of which the snapshot tells none. */
export const MoreFilters = ({ view, choices, collected, onChange }: Props) => {
  const { say, languageName, collator } = useTranslator();
  const id = useId();
  // Older snapshots tell nothing of languages: those of too few posts are named where others, or rungs, are told.
  const tellsCodes = choices.languages.length + choices.rungs.length > 0;
  const languages = tellsCodes ? [...new Set([...choices.languages, ...collected])] : [];
  const filters: Filter[] = [
    {
      name: 'severity',
      label: say('controls.severity'),
      all: say('severity.all'),
      options:
        choices.severities && view.signal === 'hate'
          ? SEVERITY_CHOICES.map((code) => ({ slice: `severity-${code}`, words: say(`severity.${code}`), told: true }))
          : [],
    },
    {
      name: 'language',
      label: say('panel.languages'),
      all: say('filter.allLanguages'),
      options: languages
        .map((code) => ({
          slice: `language-${code}` as const,
          words: languageName(code),
          told: choices.languages.includes(code),
        }))
        .sort((a, b) => collator.compare(a.words, b.words)),
    },
    {
      name: 'rung',
      label: say('panel.rungs'),
      all: say('filter.allRungs'),
      options: choices.rungs.map((code) => ({ slice: `rung-${code}`, words: say(`rung.${code}`), told: true })),
    },
  ];
  const offered = filters.filter(({ options }) => options.length > 0);
  if (offered.length === 0) return null;
  const isAsked = [severityIn, languageIn, rungIn].some((of) => of(view.target) !== null);
  return (
    <details className="more-filters" open={isAsked}>
      <summary data-testid="more-filters">{say('controls.more')}</summary>
      <div className="filters">
        {offered.map(({ name, label, all, options }) => (
          <div className="control" key={name}>
            <label htmlFor={`${id}-${name}`}>{label}</label>
            <select
              id={`${id}-${name}`}
              data-testid={name}
              value={options.some(({ slice }) => slice === view.target) ? view.target : 'all'}
              aria-describedby={`${id}-one`}
              onChange={(event) => {
                const chosen = options.find(({ slice }) => slice === event.target.value);
                onChange({ target: chosen?.slice ?? 'all' });
              }}
            >
              <option value="all">{all}</option>
              {options.map(({ slice, words, told }) => (
                <option key={slice} value={slice} disabled={!told}>
                  {told ? words : say('filter.tooFew', { name: words })}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
      <p className="note" id={`${id}-one`}>
        {say('controls.oneFilter')}
      </p>
    </details>
  );
};

import { useId } from 'react';
import { useTranslator } from '../i18n/translation.js';
import type { Choices, View } from '../state/view.js';
import { languageIn, rungIn, SEVERITY_CHOICES, type Slice, severityIn } from '../view/slice.js';

interface Props {
  view: View;
  choices: Pick<Choices, 'severities' | 'languages' | 'rungs'>;
  onChange: (change: Partial<View>) => void;
}

interface Filter {
  name: 'severity' | 'language' | 'rung';
  label: string;
  all: string;
  options: { slice: Slice; words: string }[];
}

/** What else can be asked for, one at a time: a severity of hate, a language, a rung. Nothing of which the snapshot tells none. */
export const MoreFilters = ({ view, choices, onChange }: Props) => {
  const { say, languageName, collator } = useTranslator();
  const id = useId();
  const filters: Filter[] = [
    {
      name: 'severity',
      label: say('controls.severity'),
      all: say('severity.all'),
      options:
        choices.severities && view.signal === 'hate'
          ? SEVERITY_CHOICES.map((code) => ({ slice: `severity-${code}`, words: say(`severity.${code}`) }))
          : [],
    },
    {
      name: 'language',
      label: say('panel.languages'),
      all: say('filter.allLanguages'),
      options: choices.languages
        .map((code) => ({ slice: `language-${code}` as const, words: languageName(code) }))
        .sort((a, b) => collator.compare(a.words, b.words)),
    },
    {
      name: 'rung',
      label: say('panel.rungs'),
      all: say('filter.allRungs'),
      options: choices.rungs.map((code) => ({ slice: `rung-${code}`, words: say(`rung.${code}`) })),
    },
  ];
  const offered = filters.filter(({ options }) => options.length > 0);
  if (offered.length === 0) return null;
  const isAsked = [severityIn, languageIn, rungIn].some((of) => of(view.target) !== null);
  return (
    <details className="more-filters" open={isAsked}>
      <summary data-testid="more-filters">{say('controls.more')}</summary>
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
            {options.map(({ slice, words }) => (
              <option key={slice} value={slice}>
                {words}
              </option>
            ))}
          </select>
        </div>
      ))}
      <p className="note" id={`${id}-one`}>
        {say('controls.oneFilter')}
      </p>
    </details>
  );
};

import { sayRuns } from '../i18n/say-weeks.js';
import { useTranslator } from '../i18n/translation.js';
import type { LevelChanges, PanelTrend } from '../view/trend.js';

interface Props {
  corrected: boolean;
  panel: PanelTrend | null;
  changes: LevelChanges;
}

/** What the lines of a trend are, and where it moved to another level. */
export const TrendKey = ({ corrected, panel, changes }: Props) => {
  const translator = useTranslator();
  const { say, count } = translator;
  const weeks = (list: LevelChanges['raw']): string => {
    const runs = list.map((week) => ({ from: week, to: week }));
    const [first] = runs;
    return first === undefined ? '' : sayRuns(translator, runs, { from: first.from, to: list.at(-1) ?? first.from });
  };
  const line = (className: string, words: string) => (
    <li>
      <svg viewBox="0 0 24 10" width="24" height="10" aria-hidden="true" focusable="false">
        <line className={className} x1="1" x2="23" y1="5" y2="5" />
      </svg>
      <span>{words}</span>
    </li>
  );
  return (
    <>
      <ul className="trend-key">
        {corrected && line('trend-line', say('trend.line.corrected'))}
        {line(`trend-line uncorrected${corrected ? ' thin' : ''}`, say('trend.line.flagged'))}
        {panel !== null &&
          line('trend-line panel', say('trend.line.panel', { sources: count(panel.sources), of: count(panel.of) }))}
        {changes.raw.length > 0 && (
          <li>
            <svg viewBox="0 0 24 10" width="24" height="10" aria-hidden="true" focusable="false">
              <path className="trend-change" d="M7 9H17L12 1Z" />
            </svg>
            <span>{say('trend.line.change')}</span>
          </li>
        )}
        {changes.surges.length > 0 && (
          <li>
            <svg viewBox="0 0 24 14" width="24" height="14" aria-hidden="true" focusable="false">
              <path className="trend-surge" d="M7 12L12 7L17 12M7 7L12 2L17 7" />
            </svg>
            <span>{say('trend.line.surge')}</span>
          </li>
        )}
      </ul>
      {changes.raw.length > 0 && (
        <p className="note" data-testid="trend-changes">
          {say('trend.change.raw', { weeks: weeks(changes.raw) })}{' '}
          {panel !== null &&
            (changes.panel.length > 0
              ? say('trend.change.panel', { weeks: weeks(changes.panel) })
              : say('trend.change.panelNone'))}
        </p>
      )}
      {changes.surges.length > 0 && (
        <p className="note" data-testid="trend-surges">
          {say('trend.surge', { weeks: weeks(changes.surges) })}
        </p>
      )}
    </>
  );
};

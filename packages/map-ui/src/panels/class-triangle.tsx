import { sayClass } from '../i18n/say-classes.js';
import { useTranslator } from '../i18n/translation.js';
import { CLASS_BOUNDS, legendRows } from '../view/classes.js';
import type { Palette } from '../view/palette.js';

const ROW_WORDS = ['legend.sure1', 'legend.sure2', 'legend.sure3', 'legend.sure4'] as const;

/**
 * The classes of shares as a triangle: five where the interval touches one, then fewer and fewer. Each says in
 * words what it stands for to whoever does not see it, and in a hint to whoever points at it.
 */
export const ClassTriangle = ({ palette, corrected }: { palette: Palette; corrected: boolean }) => {
  const translator = useTranslator();
  const { say, percent } = translator;
  const rows = legendRows(corrected);
  return (
    <div className="triangle">
      <div className="triangle-bounds" aria-hidden="true">
        {CLASS_BOUNDS.slice(1).map((bound) => (
          <span key={bound}>{percent(bound)}</span>
        ))}
      </div>
      {rows.map((row, span) => (
        <div className="triangle-row" key={row[0]}>
          <ul style={{ '--span': span === rows.length - 1 ? 4 : span } as React.CSSProperties}>
            {row.map((areaClass) => (
              <li
                key={areaClass}
                data-class={areaClass}
                title={sayClass(translator, areaClass)}
                style={{ backgroundColor: palette[areaClass] }}
              >
                <span className="visually-hidden">{sayClass(translator, areaClass)}</span>
              </li>
            ))}
          </ul>
          <span className="triangle-word">{say(ROW_WORDS[span] ?? 'legend.sure4')}</span>
        </div>
      ))}
      <p className="note">{say('legend.merge')}</p>
    </div>
  );
};

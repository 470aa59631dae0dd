import { sayInterval, sayValue } from '../i18n/say-figures.js';
import { useTranslator } from '../i18n/translation.js';
import { isolate } from '../i18n/translator.js';
import type { AreaFigures } from '../view/figures.js';
import type { Palette } from '../view/palette.js';
import { IntervalPlot } from './interval-plot.js';
import { rateData } from './rate-data.js';
import { Swatch } from './swatch.js';

interface Props {
  figures: AreaFigures;
  palette: Palette;
  city: number | null;
  end: number;
  /** the table has columns of corrected shares */
  corrected: boolean;
}

/** The cells of a row that hold figures. */
export const FigureCells = ({ figures, palette, city, end, corrected: columns }: Props) => {
  const translator = useTranslator();
  const { say, count, percent } = translator;
  const { rate, interval, coverage, corrected, flaggedShare } = figures;
  const shown = rate !== null && interval !== null;
  return (
    <>
      <td className="number rate" data-testid="rate" {...rateData(figures)}>
        <Swatch areaClass={figures.class} palette={palette} />
        <span>{sayValue(translator, figures)}</span>
      </td>
      <td className="interval">
        {shown && (
          <>
            <IntervalPlot rate={rate} interval={interval} city={city} end={end} />
            <span className="interval-text">{sayInterval(translator, interval)}</span>
          </>
        )}
      </td>
      {columns && (
        <>
          <td className="versus" data-versus={corrected?.versusCity ?? ''}>
            {corrected?.versusCity && say(`versus.${corrected.versusCity}`)}
          </td>
          <td className="number">
            {corrected &&
              say('table.own', {
                rate: isolate(percent(corrected.own.rate)),
                low: isolate(percent(corrected.own.interval.low)),
                high: isolate(percent(corrected.own.interval.high)),
              })}
          </td>
        </>
      )}
      <td className="number">
        {flaggedShare &&
          (corrected
            ? say('table.flagged', {
                flagged: isolate(count(figures.flagged)),
                rate: isolate(percent(flaggedShare.rate)),
              })
            : count(figures.flagged))}
      </td>
      <td className="number">{shown && count(figures.posts)}</td>
      <td className="number">
        {shown && say('coverage.short', { weeks: count(coverage.weeks), asked: count(coverage.weeksAsked) })}
      </td>
    </>
  );
};

import { sayInterval, sayValue } from '../i18n/say-figures.js';
import { useTranslator } from '../i18n/translation.js';
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
}

/** The cells of a row that hold figures. */
export const FigureCells = ({ figures, palette, city, end }: Props) => {
  const translator = useTranslator();
  const { say, count } = translator;
  const { rate, interval, coverage } = figures;
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
      <td className="number">{shown && count(figures.flagged)}</td>
      <td className="number">{shown && count(figures.posts)}</td>
      <td className="number">
        {shown && say('coverage.short', { weeks: count(coverage.weeks), asked: count(coverage.weeksAsked) })}
      </td>
    </>
  );
};

import type { Signal } from '@marsad/records/snapshot';
import { sayClass } from '../i18n/say-classes.js';
import { sayCarries } from '../i18n/say-figures.js';
import { useTranslator } from '../i18n/translation.js';
import { legendTextures } from '../view/classes.js';
import { correctionOf, type PageFigures } from '../view/figures.js';
import { paletteOf } from '../view/palette.js';
import type { Slice } from '../view/slice.js';
import { ClassTriangle } from './class-triangle.js';
import { Swatch } from './swatch.js';

interface Props {
  signal: Signal;
  target: Slice;
  page: PageFigures;
  /** instead of what the posts carry, where the legend is of several signals */
  title?: string | undefined;
}

/** Every class of the map in words, with the base that the shares are of and whether they are corrected. */
export const Legend = ({ signal, target, page, title }: Props) => {
  const translator = useTranslator();
  const { say } = translator;
  const { corrected } = correctionOf(page);
  const palette = paletteOf(signal);
  return (
    <figure className="legend" data-testid="legend" data-corrected={corrected?.method ?? ''}>
      <figcaption>
        <strong>{title ?? say('legend.title', { carries: sayCarries(translator, signal, target) })}</strong>
        <span className={corrected === null ? 'tag tag-uncorrected' : 'tag'}>
          {corrected === null
            ? say('legend.uncorrected')
            : corrected.method === 'labels'
              ? say('legend.byLabels', { labels: corrected.labels })
              : say('legend.byCard')}
        </span>
        <span>{say('legend.base')}</span>
      </figcaption>
      <div className="legend-body">
        <ClassTriangle palette={palette} corrected={corrected !== null} />
        <ul>
          {legendTextures(corrected !== null).map((areaClass) => (
            <li key={areaClass} data-class={areaClass}>
              <Swatch areaClass={areaClass} palette={palette} />
              <span>{sayClass(translator, areaClass)}</span>
            </li>
          ))}
        </ul>
      </div>
    </figure>
  );
};

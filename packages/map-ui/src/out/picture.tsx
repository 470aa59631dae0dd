import type { Area } from '@marsad/records/snapshot';
import { sayCarries } from '../i18n/say-figures.js';
import type { Translator } from '../i18n/translator.js';
import type { View } from '../state/view.js';
import type { PageFigures } from '../view/figures.js';
import { nameIn } from '../view/names.js';
import type { Caption } from './caption.js';
import type { Compared } from './compared.js';
import { layoutMap } from './layout-map.js';
import { layoutPicture, PICTURE_WIDTH } from './layout-picture.js';
import { PICTURE_FONT } from './measure-text.js';
import { paintingOf } from './paint.js';
import { plainLine } from './plain-line.js';
import { Textures, VectorMap } from './vector-map.js';
import type { Measure } from './wrap-text.js';

export interface PictureParts {
  caption: Caption;
  areas: readonly Area[];
  page: PageFigures;
  compared: Compared | null;
  view: Pick<View, 'signal' | 'target' | 'area'>;
  translator: Translator;
  measure: Measure;
  /** an `@font-face` rule that carries the font itself; empty where the reader's own letters do */
  fontFace: string;
}

const TALLEST_MAP = 760;
const TEXT_SIZE = 14;
const PREFIX = 'picture';

/** The map as a picture that can stand alone: title, weeks, legend, base, method, caution and citation are in it. */
export const Picture = ({ caption, areas, page, compared, view, translator, measure, fontFace }: PictureParts) => {
  const { direction, language, say } = translator;
  const painting = paintingOf(view, page, compared, PREFIX, translator);
  const map = layoutMap(
    areas,
    (area) => plainLine(nameIn(area.properties.names, language, area.id).text),
    { width: PICTURE_WIDTH, maxHeight: TALLEST_MAP, margin: 24, textSize: TEXT_SIZE },
    measure,
  );
  const layout = layoutPicture(
    caption,
    say(compared === null ? 'legend.title' : 'change.title', {
      carries: sayCarries(translator, view.signal, view.target),
    }),
    painting.legend,
    map.height,
    measure,
  );
  const { width, height, margin } = layout;
  const mirrored = direction === 'rtl';
  const edge = mirrored ? width - margin : margin;
  const inwards = (along: number): number => (mirrored ? edge - along : edge + along);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      direction={direction}
      fontFamily={PICTURE_FONT}
      lang={language}
      role="img"
    >
      <title>{caption.title}</title>
      <desc>{caption.period}</desc>
      {fontFace !== '' && <style>{fontFace}</style>}
      <Textures prefix={PREFIX} />
      <rect width={width} height={height} fill="#ffffff" />
      <rect y={layout.mapTop} width={width} height={map.height} fill="#e9eef2" />
      <g transform={`translate(0 ${layout.mapTop})`}>
        <VectorMap drawn={map} paint={painting.paint} selected={view.area} textSize={TEXT_SIZE} />
      </g>
      {layout.legend.map(({ code, fill, words, along, y }) => (
        <g key={code}>
          <rect
            x={mirrored ? inwards(along) - 26 : inwards(along)}
            y={y}
            width="26"
            height="17"
            rx="2"
            fill={fill}
            stroke="#7c8794"
          />
          <text x={inwards(along + 34)} y={y + 14} fontSize="15" fill="#1c2733" textAnchor="start">
            {words}
          </text>
        </g>
      ))}
      {layout.lines.map((line) => (
        <text
          key={line.y}
          x={edge}
          y={line.y}
          fontSize={line.size}
          fontWeight={line.bold ? 650 : 400}
          fill={line.quiet ? '#4d5a68' : '#1c2733'}
          textAnchor="start"
        >
          {line.text}
        </text>
      ))}
    </svg>
  );
};

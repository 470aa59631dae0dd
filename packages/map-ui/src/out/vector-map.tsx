import { type AreaClass, isTexture } from '../view/classes.js';
import { type Palette, SILENCE } from '../view/palette.js';
import type { DrawnMap } from './layout-map.js';
import { plainLine } from './plain-line.js';

const INK = '#1c2733';
const EDGE = '#7c8794';
const CHOSEN = '#0b4f6c';

/** What a class is filled with: a colour, or one of the textures that `Textures` defines under `prefix`. */
export const fillOf = (areaClass: AreaClass, palette: Palette, prefix: string): string =>
  isTexture(areaClass) ? `url(#${prefix}-${areaClass})` : palette[areaClass];

/** The textures, as the page's own map draws them. */
export const Textures = ({ prefix }: { prefix: string }) => (
  <defs>
    <pattern id={`${prefix}-levels`} width="8" height="8" patternUnits="userSpaceOnUse">
      <rect width="8" height="8" fill={SILENCE['cannot-tell'].ground} />
      <path d="M0 2H8M0 4.5H8" stroke={SILENCE['cannot-tell'].ink} strokeWidth="1" />
    </pattern>
    <pattern id={`${prefix}-suppressed`} width="8" height="8" patternUnits="userSpaceOnUse">
      <rect width="8" height="8" fill={SILENCE.suppressed.ground} />
      <path d="M-2 2 2-2M-2 10 10-2M6 10 10 6" stroke={SILENCE.suppressed.ink} strokeWidth="1.5" />
    </pattern>
    <pattern id={`${prefix}-cannot-tell`} width="8" height="8" patternUnits="userSpaceOnUse">
      <rect width="8" height="8" fill={SILENCE['cannot-tell'].ground} />
      <path d="M0 2H8M0 4.5H8" stroke={SILENCE['cannot-tell'].ink} strokeWidth="1" />
    </pattern>
    <pattern id={`${prefix}-other-weeks`} width="4" height="8" patternUnits="userSpaceOnUse">
      <rect width="4" height="8" fill={SILENCE['other-weeks'].ground} />
      <rect width="1" height="8" fill={SILENCE['other-weeks'].ink} />
    </pattern>
    <pattern id={`${prefix}-no-data`} width="8" height="8" patternUnits="userSpaceOnUse">
      <rect width="8" height="8" fill={SILENCE['no-data'].ground} />
      <circle cx="4" cy="4" r="1.1" fill={SILENCE['no-data'].ink} />
    </pattern>
  </defs>
);

interface Props {
  drawn: DrawnMap;
  /** class and fill of an area, by its id */
  paint: (areaId: string) => { code: string; fill: string };
  /** id of the area that is outlined */
  selected: string | null;
  textSize: number;
}

/** The choropleth as vectors: the classes that the page's map shows, never a number of its own. */
export const VectorMap = ({ drawn, paint, selected, textSize }: Props) => {
  const chosen = drawn.areas.find((area) => area.id === selected);
  return (
    <g data-testid="vector-map">
      {drawn.areas.map(({ id, path }) => {
        const { code, fill } = paint(id);
        return (
          <path
            key={id}
            d={path}
            data-area={plainLine(id)}
            data-class={code}
            fill={fill}
            fillRule="evenodd"
            stroke={EDGE}
            strokeWidth="1"
            strokeLinejoin="round"
          />
        );
      })}
      {chosen && <path d={chosen.path} fill="none" stroke="#ffffff" strokeWidth="6" strokeLinejoin="round" />}
      {chosen && <path d={chosen.path} fill="none" stroke={CHOSEN} strokeWidth="3.5" strokeLinejoin="round" />}
      {drawn.areas.map(({ id, label }) =>
        label === null ? null : (
          <text
            key={id}
            textAnchor="middle"
            fontSize={textSize}
            fill={INK}
            stroke="#ffffff"
            strokeWidth="3"
            strokeLinejoin="round"
            paintOrder="stroke"
          >
            {label.lines.map((line, index) => (
              <tspan
                key={line}
                x={label.x}
                y={label.y + (index - (label.lines.length - 1) / 2) * textSize * 1.15 + textSize * 0.35}
              >
                {line}
              </tspan>
            ))}
          </text>
        ),
      )}
    </g>
  );
};

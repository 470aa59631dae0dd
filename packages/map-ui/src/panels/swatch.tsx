import { useId } from 'react';
import { type AreaClass, isTexture } from '../view/classes.js';
import { type Palette, SILENCE } from '../view/palette.js';

/** The colour or texture of a class, as the map draws it. Decoration: words always stand beside it. */
export const Swatch = ({ areaClass, palette }: { areaClass: AreaClass; palette: Palette }) => {
  const id = useId();
  return (
    <svg className="swatch" viewBox="0 0 24 16" width="24" height="16" aria-hidden="true" focusable="false">
      {areaClass === 'suppressed' && (
        <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" fill={SILENCE.suppressed.ground} />
          <path d="M-2 2 2-2M-2 10 10-2M6 10 10 6" stroke={SILENCE.suppressed.ink} strokeWidth="1.5" />
        </pattern>
      )}
      {areaClass === 'cannot-tell' && (
        <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" fill={SILENCE['cannot-tell'].ground} />
          <path d="M0 2H8M0 4.5H8" stroke={SILENCE['cannot-tell'].ink} strokeWidth="1" />
        </pattern>
      )}
      {areaClass === 'other-weeks' && (
        <pattern id={id} width="4" height="8" patternUnits="userSpaceOnUse">
          <rect width="4" height="8" fill={SILENCE['other-weeks'].ground} />
          <rect width="1" height="8" fill={SILENCE['other-weeks'].ink} />
        </pattern>
      )}
      {areaClass === 'no-data' && (
        <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" fill={SILENCE['no-data'].ground} />
          <circle cx="4" cy="4" r="1.1" fill={SILENCE['no-data'].ink} />
        </pattern>
      )}
      <rect
        x="0.5"
        y="0.5"
        width="23"
        height="15"
        rx="2"
        fill={isTexture(areaClass) ? `url(#${id})` : palette[areaClass]}
        stroke="#7c8794"
        strokeWidth="0.8"
      />
    </svg>
  );
};

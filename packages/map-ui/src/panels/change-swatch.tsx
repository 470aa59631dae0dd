import type { ChangeClass } from '../view/change.js';
import { CHANGE_PALETTE } from '../view/change-palette.js';
import { paletteOf } from '../view/palette.js';
import { Swatch } from './swatch.js';

/** The colour of a class of change, or the texture of a silence. Decoration: words always stand beside it. */
export const ChangeSwatch = ({ changeClass }: { changeClass: ChangeClass }) => {
  if (changeClass === 'suppressed' || changeClass === 'other-weeks' || changeClass === 'no-data') {
    return <Swatch areaClass={changeClass} palette={paletteOf('hate')} />;
  }
  return (
    <svg className="swatch" viewBox="0 0 24 16" width="24" height="16" aria-hidden="true" focusable="false">
      <rect
        x="0.5"
        y="0.5"
        width="23"
        height="15"
        rx="2"
        fill={CHANGE_PALETTE[changeClass]}
        stroke="#7c8794"
        strokeWidth="0.8"
      />
    </svg>
  );
};

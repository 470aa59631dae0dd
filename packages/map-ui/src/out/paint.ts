import { sayChangeClass } from '../i18n/say-change.js';
import { sayClass } from '../i18n/say-classes.js';
import type { Translator } from '../i18n/translator.js';
import type { View } from '../state/view.js';
import { CHANGE_CLASSES, CHANGE_SILENCES, type ChangeClass } from '../view/change.js';
import { CHANGE_PALETTE } from '../view/change-palette.js';
import type { AreaClass } from '../view/classes.js';
import type { PageFigures } from '../view/figures.js';
import { paletteOf } from '../view/palette.js';
import type { Compared } from './compared.js';
import { classesOfPicture } from './legend-classes.js';
import { fillOf } from './vector-map.js';

/** A class as a drawing shows it: its code, what it is filled with, and its words in the legend. */
export interface PaintedClass {
  code: AreaClass | ChangeClass;
  fill: string;
  words: string;
}

/** How the areas of a view are painted, and the legend of it. */
export interface Painting {
  paint: (areaId: string) => Pick<PaintedClass, 'code' | 'fill'>;
  legend: PaintedClass[];
}

/**
 * Paints what the page's map shows: the classes of the shares, or of the changes while two periods are compared.
 * @param prefix under which the drawing holds its textures
 */
export const paintingOf = (
  view: Pick<View, 'signal'>,
  page: PageFigures,
  compared: Compared | null,
  prefix: string,
  translator: Translator,
): Painting => {
  const palette = paletteOf(view.signal);
  const shareFill = (code: AreaClass): string => fillOf(code, palette, prefix);
  if (compared === null) {
    return {
      paint: (areaId) => {
        const code = page.byArea.get(areaId)?.class ?? 'no-data';
        return { code, fill: shareFill(code) };
      },
      legend: classesOfPicture(page).map((code) => ({
        code,
        fill: shareFill(code),
        words: sayClass(translator, code),
      })),
    };
  }
  const changeFill = (code: ChangeClass): string =>
    code === 'suppressed' || code === 'other-weeks' || code === 'no-data' ? shareFill(code) : CHANGE_PALETTE[code];
  return {
    paint: (areaId) => {
      const code = compared.change.byArea.get(areaId)?.class ?? 'no-data';
      return { code, fill: changeFill(code) };
    },
    legend: [...CHANGE_CLASSES, ...CHANGE_SILENCES].map((code) => ({
      code,
      fill: changeFill(code),
      words: sayChangeClass(translator, code),
    })),
  };
};

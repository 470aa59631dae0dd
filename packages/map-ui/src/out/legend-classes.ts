import { type AreaClass, legendRows, legendTextures } from '../view/classes.js';
import { classesSeen, correctionOf, type PageFigures } from '../view/figures.js';

/**
 * The classes that the legend of a picture explains, colours before textures: of the colours, which are many, those that can
 * be seen.
 */
export const classesOfPicture = (page: PageFigures): AreaClass[] => {
  const isCorrected = correctionOf(page).corrected !== null;
  const seen = new Set(classesSeen(page));
  const colours = legendRows(isCorrected).flat();
  return [...colours.filter((one) => seen.has(one)), ...legendTextures(isCorrected)];
};

import type { Measure } from './wrap-text.js';

/** Letters of the page, Arabic first; a reader's own where they are missing. */
export const PICTURE_FONT =
  "'Marsad Arabic', 'Noto Sans Arabic', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** A canvas of a size in pixels and the context to draw on it. Throws where the browser gives none. */
export const canvasOf = (
  width: number,
  height: number,
): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D } => {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser gave no canvas to draw on');
  return { canvas, context };
};

/** Measures text with the letters of this page. */
export const measureInBrowser = (): Measure => {
  const { context } = canvasOf(1, 1);
  return (text, size, bold) => {
    context.font = `${bold ? 650 : 400} ${size}px ${PICTURE_FONT}`;
    return context.measureText(text).width;
  };
};

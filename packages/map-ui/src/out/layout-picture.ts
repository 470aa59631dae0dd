import type { Caption } from './caption.js';
import type { PaintedClass } from './paint.js';
import { type Measure, wrapText } from './wrap-text.js';

/** A line of text and where its baseline stands. */
interface PlacedLine {
  text: string;
  y: number;
  size: number;
  bold: boolean;
  quiet: boolean;
}

export interface PictureLayout {
  width: number;
  height: number;
  margin: number;
  lines: PlacedLine[];
  /** top of the map */
  mapTop: number;
  /** top of the box and text of each class, and how far from the reading edge */
  legend: (PaintedClass & { along: number; y: number })[];
}

export const PICTURE_WIDTH = 1200;
const MARGIN = 40;
const LEGEND = { size: 15, line: 26, box: 34, gap: 28 };

/**
 * Stacks a picture: title and weeks, the map, the legend, the notes.
 * @param classes every class with its words, in the order of the legend
 */
export const layoutPicture = (
  caption: Caption,
  legendTitle: string,
  classes: readonly PaintedClass[],
  mapHeight: number,
  measure: Measure,
): PictureLayout => {
  const inner = PICTURE_WIDTH - 2 * MARGIN;
  const lines: PlacedLine[] = [];
  let y = MARGIN;
  const write = (text: string, size: number, style: { bold?: boolean; quiet?: boolean } = {}): void => {
    if (text === '') return;
    const bold = style.bold ?? false;
    for (const line of wrapText(text, inner, size, bold, measure)) {
      lines.push({ text: line, y: y + size, size, bold, quiet: style.quiet ?? false });
      y += size * 1.45;
    }
  };
  write(caption.title, 28, { bold: true });
  write(caption.period, 19);
  write(caption.fictional, 15, { bold: true });
  y += 14;
  const mapTop = y;
  y += mapHeight + 18;
  write(legendTitle, 16, { bold: true });
  y += 8;
  const legend: PictureLayout['legend'] = [];
  let along = 0;
  for (const painted of classes) {
    const wide = LEGEND.box + measure(painted.words, LEGEND.size, false);
    if (along > 0 && along + wide > inner) {
      along = 0;
      y += LEGEND.line;
    }
    legend.push({ ...painted, along, y });
    along += wide + LEGEND.gap;
  }
  y += LEGEND.line + 12;
  for (const note of [
    caption.base,
    caption.correction,
    caption.method,
    caption.rule,
    caption.caution,
    caption.citation,
  ]) {
    write(note, 14, { quiet: true });
    y += 5;
  }
  return { width: PICTURE_WIDTH, height: Math.ceil(y + MARGIN - 10), margin: MARGIN, lines, mapTop, legend };
};

/** Width in pixels of a text at a size. */
export type Measure = (text: string, size: number, bold: boolean) => number;

/** Cuts a text into lines no wider than `width`, at spaces; a word that is wider alone stands alone. */
export const wrapText = (text: string, width: number, size: number, bold: boolean, measure: Measure): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u).filter((one) => one !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measure(longer, size, bold) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
};

/** About right for Latin and Arabic letters, where nothing can be measured. */
export const roughMeasure: Measure = (text, size, bold) => [...text].length * size * (bold ? 0.58 : 0.54);

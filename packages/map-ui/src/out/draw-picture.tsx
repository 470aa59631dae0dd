import arabicFont from '@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2?url';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { canvasOf, measureInBrowser } from './measure-text.js';
import { Picture, type PictureParts } from './picture.js';

/** Pixels of the PNG for each of the picture: sharp on paper too. */
const DENSITY = 2;

/** The page's Arabic font as a rule that carries it: a picture may load nothing. */
const arabicFontFace = async (): Promise<string> => {
  const bytes = new Uint8Array(await (await fetch(new URL(arabicFont, document.baseURI))).arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `@font-face{font-family:'Marsad Arabic';font-weight:100 900;src:url(data:font/woff2;base64,${btoa(binary)}) format('woff2');unicode-range:U+0600-06FF,U+0750-077F,U+0870-08FF,U+200C-200E,U+FB50-FDFF,U+FE70-FEFC}`;
};

/** The picture as the text of an SVG file. Rejects when the page's own font cannot be fetched. */
export const drawSvg = async (parts: Omit<PictureParts, 'measure' | 'fontFace'>): Promise<string> => {
  // Measured before the letters have come, lines would be cut in the wrong places.
  await document.fonts.load(`16px 'Marsad Arabic'`, 'مرصد');
  const fontFace = await arabicFontFace();
  const holder = document.createElement('div');
  const root = createRoot(holder);
  flushSync(() => root.render(<Picture {...parts} measure={measureInBrowser()} fontFace={fontFace} />));
  const svg = holder.querySelector('svg');
  const text = svg === null ? '' : new XMLSerializer().serializeToString(svg);
  root.unmount();
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`;
};

/** The SVG file as a PNG of twice its size. Rejects when the browser cannot draw it. */
export const svgToPng = async (svg: string): Promise<Blob> => {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const { canvas, context } = canvasOf(image.naturalWidth * DENSITY, image.naturalHeight * DENSITY);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('this browser gave no PNG'))), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
};

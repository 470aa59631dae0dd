import type { Page } from 'playwright-core';

/** The light of a picture: one number of 0–255 for each pixel, row by row. */
export interface Greys {
  width: number;
  height: number;
  greys: Uint8Array;
}

const dataUrl = (bytes: Buffer, type: string): string => `data:${type};base64,${bytes.toString('base64')}`;

/** Has the browser decode a picture and tells its light (luma of ITU-R BT.601). The page must have no policy of its own. */
export const readGreys = async (page: Page, bytes: Buffer, type: 'image/png' | 'image/webp'): Promise<Greys> => {
  const { width, height, text } = await page.evaluate(
    async (url) => {
      const bitmap = await createImageBitmap(await (await fetch(url)).blob());
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      if (context === null) throw new Error('the browser gives no canvas');
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      let found = '';
      for (let at = 0; at < data.length; at += 4) {
        const light = 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
        found += String.fromCharCode(Math.round(light));
      }
      return { width: bitmap.width, height: bitmap.height, text: btoa(found) };
    },
    dataUrl(bytes, type),
  );
  return { width, height, greys: new Uint8Array(Buffer.from(text, 'base64')) };
};

/** The same picture as WebP, which takes a fraction of the room; `quality` 1 loses nothing. */
export const asWebp = async (page: Page, png: Buffer, quality: number): Promise<Buffer> => {
  const text = await page.evaluate(
    async ([url, wanted]) => {
      const bitmap = await createImageBitmap(await (await fetch(url)).blob());
      const canvas = document.createElement('canvas');
      canvas.width = bitmap.width;
      canvas.height = bitmap.height;
      canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
      return canvas.toDataURL('image/webp', wanted).replace(/^.*,/, '');
    },
    [dataUrl(png, 'image/png'), quality] as const,
  );
  return Buffer.from(text, 'base64');
};

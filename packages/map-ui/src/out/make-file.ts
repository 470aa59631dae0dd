import type { Area, SnapshotManifest } from '@marsad/records/snapshot';
import type { Translator } from '../i18n/translator.js';
import type { View } from '../state/view.js';
import type { PageFigures } from '../view/figures.js';
import type { Caption } from './caption.js';
import type { Compared } from './compared.js';
import { csvForExcel, csvForPrograms } from './csv.js';
import { excelMarks } from './excel-marks.js';
import { fileName } from './file-name.js';
import { geoJsonOf } from './geojson.js';
import { outRows } from './out-rows.js';

export const FILE_KINDS = ['excel', 'csv', 'geojson', 'png', 'svg'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

export interface FileParts {
  manifest: SnapshotManifest;
  areas: readonly Area[];
  view: View;
  page: PageFigures;
  compared: Compared | null;
  caption: Caption;
  translator: Translator;
  /** BCP 47: decides which signs Excel expects */
  browserLanguage: string;
}

export interface MadeFile {
  content: string | Blob;
  type: string;
  name: string;
}

const ENDING: Record<FileKind, string> = {
  excel: 'excel.csv',
  csv: 'csv',
  geojson: 'geojson',
  png: 'png',
  svg: 'svg',
};

const TYPE: Record<FileKind, string> = {
  excel: 'text/csv;charset=utf-8',
  csv: 'text/csv;charset=utf-8',
  geojson: 'application/geo+json',
  png: 'image/png',
  svg: 'image/svg+xml',
};

const contentOf = async (kind: FileKind, parts: FileParts): Promise<string | Blob> => {
  if (kind === 'svg' || kind === 'png') {
    const { drawSvg, svgToPng } = await import('./draw-picture.js');
    const svg = await drawSvg(parts);
    return kind === 'svg' ? svg : svgToPng(svg);
  }
  const rows = outRows(parts.manifest, parts.areas, parts.page, parts.compared, parts.translator, parts.view.level);
  if (kind === 'geojson') return geoJsonOf({ ...parts, rows });
  return kind === 'csv'
    ? csvForPrograms({ ...parts, rows })
    : csvForExcel({ ...parts, rows }, excelMarks(parts.browserLanguage));
};

/** Makes a file of what is seen. Rejects when a picture cannot be drawn. */
export const makeFile = async (kind: FileKind, parts: FileParts): Promise<MadeFile> => ({
  content: await contentOf(kind, parts),
  type: TYPE[kind],
  name: fileName(parts.manifest.city.id, parts.view, ENDING[kind]),
});

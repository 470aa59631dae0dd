import { sourceBase } from '@marsad/records';
import { z } from 'zod';
import { FILE_FORMATS } from '../import/file-format.js';
import { ROW_FIELDS } from '../import/row.js';

/** A file, or a folder of files, beside city.yaml: exports of other tools, outboxes, saved pages, web archives. */
export const fileSource = sourceBase.extend({
  kind: z.literal('file'),
  /** file or folder, relative to city.yaml; folders are read with all below them */
  path: z.string().min(1),
  /** what a file is read as; in a folder, which files are read. Told by name and content when absent */
  format: z.enum(FILE_FORMATS).optional(),
  /** in files of rows: which column holds what; a column not given is told by its name */
  map: z.partialRecord(z.enum(ROW_FIELDS), z.string().min(1)).default({}),
});
export type FileSource = z.infer<typeof fileSource>;

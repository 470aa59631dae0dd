/**
 * What of a snapshot can be named and counted without checking one: codes, weeks, intervals, files. Nothing here imports zod,
 * which is a fifth of the page's code: the page fetches it beside the snapshot that it checks.
 */
export { arabicSingulars } from './arabic-plurals.js';
export { CONTEXT_FILES } from './context/context-files.js';
export { numberCell, textCell } from './csv-cell.js';
export { escapeMarkup } from './escape-markup.js';
export { SNAPSHOT_FILES } from './snapshot-files.js';
export { INTERFACE_LANGUAGES, RUNGS, SEVERITIES, SIGNALS, STANCES, TARGETS } from './taxonomy.js';
export { weekCount, weekOf, weekStart, weeksBetween } from './week.js';
export { wilsonInterval } from './wilson-interval.js';

/** Elements whose content is no text to read: code, pictures, frames, form fields. */
export const UNREAD_ELEMENTS: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'math',
  'head',
  'iframe',
  'object',
  'select',
  'textarea',
  'button',
]);

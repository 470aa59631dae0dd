const strong = (etag: string): string => etag.trim().replace(/^W\//, '');

/** The tag of the same content in another form, compressed: weak, since its bytes are others (RFC 9110, 8.8.3). */
export const weakTag = (etag: string): string => `W/${strong(etag)}`;

/** Whether an `If-None-Match` names the content: by its strong or its weak tag, in a list or as `*` (RFC 9110, 13.1.2). */
export const namesTag = (header: string | undefined, etag: string): boolean =>
  header !== undefined && (header.trim() === '*' || header.split(',').some((one) => strong(one) === strong(etag)));

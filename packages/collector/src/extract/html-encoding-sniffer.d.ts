declare module 'html-encoding-sniffer' {
  /** Name of the encoding by the HTML standard's order: byte order mark, transport label, `meta` in the first 1,024 bytes. */
  function sniffEncoding(
    bytes: Uint8Array,
    options?: { xml?: boolean; transportLayerEncodingLabel?: string; defaultEncoding?: string },
  ): string;
  export = sniffEncoding;
}

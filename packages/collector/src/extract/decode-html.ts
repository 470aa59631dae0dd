import sniffEncoding from 'html-encoding-sniffer';
import iconv from 'iconv-lite';

/** The charset parameter of a Content-Type header, if it names one. */
const transportLabel = (contentType: string | null | undefined): string | undefined => {
  const found = /;\s*charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;]+))/i.exec(contentType ?? '');
  const label = found?.[1] ?? found?.[2] ?? found?.[3];
  return label === undefined || label === '' ? undefined : label.trim();
};

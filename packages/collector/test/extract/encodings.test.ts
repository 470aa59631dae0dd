import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeHtml } from '../../src/extract/decode-html.js';

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const encodingOf = (page: string | Uint8Array, contentType?: string): string =>
  decodeHtml(typeof page === 'string' ? latin1(page) : page, { contentType }).encoding;

/** The labels of the Encoding standard, by its names. */
const LABELS: Readonly<Record<string, string>> = {
  'UTF-8': 'unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8',
  IBM866: '866 cp866 csibm866 ibm866',
  'ISO-8859-2': 'csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2',
  'ISO-8859-3': 'csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3',
  'ISO-8859-4': 'csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4',
  'ISO-8859-5': 'csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988',
  'ISO-8859-6':
    'arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987',
  'ISO-8859-7':
    'csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek',
  'ISO-8859-8':
    'csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 visual',
  'ISO-8859-8-I': 'csiso88598i iso-8859-8-i logical',
  'ISO-8859-10': 'csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6',
  'ISO-8859-13': 'iso-8859-13 iso8859-13 iso885913',
  'ISO-8859-14': 'iso-8859-14 iso8859-14 iso885914',
  'ISO-8859-15': 'csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9',
  'ISO-8859-16': 'iso-8859-16',
  'KOI8-R': 'cskoi8r koi koi8 koi8-r koi8_r',
  'KOI8-U': 'koi8-ru koi8-u',
  macintosh: 'csmacintosh mac macintosh x-mac-roman',
  'windows-874': 'dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874',
  'windows-1250': 'cp1250 windows-1250 x-cp1250',
  'windows-1251': 'cp1251 windows-1251 x-cp1251',
  'windows-1252':
    'ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252',
  'windows-1253': 'cp1253 windows-1253 x-cp1253',
  'windows-1254':
    'cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 windows-1254 x-cp1254',
  'windows-1255': 'cp1255 windows-1255 x-cp1255',
  'windows-1256': 'cp1256 windows-1256 x-cp1256',
  'windows-1257': 'cp1257 windows-1257 x-cp1257',
  'windows-1258': 'cp1258 windows-1258 x-cp1258',
  'x-mac-cyrillic': 'x-mac-cyrillic x-mac-ukrainian',
  GBK: 'chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk',
  gb18030: 'gb18030',
  Big5: 'big5 big5-hkscs cn-big5 csbig5 x-x-big5',
  'EUC-JP': 'cseucpkdfmtjapanese euc-jp x-euc-jp',
  'ISO-2022-JP': 'csiso2022jp iso-2022-jp',
  Shift_JIS: 'csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis',
  'EUC-KR': 'cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949',
  replacement: 'csiso2022kr hz-gb-2312 iso-2022-cn iso-2022-cn-ext iso-2022-kr replacement',
  'UTF-16BE': 'unicodefffe utf-16be',
  'UTF-16LE': 'csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le',
  'x-user-defined': 'x-user-defined',
};

describe('labels', () => {
  it.each(Object.entries(LABELS))('of %s are known in any case, in header and meta', (name, labels) => {
    const inMeta = name.startsWith('UTF-16') ? 'UTF-8' : name === 'x-user-defined' ? 'windows-1252' : name;
    for (const label of labels.split(' ')) {
      expect(encodingOf('a', `text/html; charset=${label.toUpperCase()}`), label).toBe(name);
      expect(encodingOf(`<meta charset=" ${label}\n">`), label).toBe(inMeta);
    }
  });

  it.each(['none', 'utf-7', 'utf-32', 'cp1251x', 'windows-1256;', 'latin-1', 'iso-8859-12', ''])(
    'that are none, such as %j, are passed over',
    (label) => {
      expect(encodingOf('<meta charset=windows-1256>', `text/html; charset="${label}"`)).toBe('windows-1256');
    },
  );
});

describe('bytes', () => {
  const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const read = (encoding: string): string => decodeHtml(every, { contentType: `text/html; charset=${encoding}` }).text;

  it.each([
    'ISO-8859-2',
    'ISO-8859-3',
    'ISO-8859-4',
    'ISO-8859-5',
    'ISO-8859-6',
    'ISO-8859-7',
    'ISO-8859-8',
    'ISO-8859-10',
    'ISO-8859-13',
    'ISO-8859-14',
    'ISO-8859-15',
    'KOI8-R',
    'macintosh',
    'windows-1250',
    'windows-1251',
    'windows-1254',
    'windows-1256',
    'windows-1257',
    'windows-1258',
  ])('of %s are those of the platform decoder', (encoding) => {
    expect(read(encoding)).toBe(new TextDecoder(encoding).decode(every));
  });

  it('of windows-1252 are its own, and control characters where it has none', () => {
    expect(read('iso-8859-1').slice(0x80, 0xa1)).toBe(
      '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ\u00A0',
    );
  });

  it.each([
    ['windows-1256', 0x81, 'پ'],
    ['windows-1256', 0xff, 'ے'],
    ['windows-1255', 0xca, '\u05BA'],
    ['windows-1253', 0xaa, '\uFFFD'],
    ['windows-1253', 0xd9, 'Ω'],
    ['windows-874', 0xdb, '\uFFFD'],
    ['windows-874', 0x81, '\u0081'],
    ['KOI8-U', 0xae, 'ў'],
    ['KOI8-U', 0xbe, 'Ў'],
    ['x-user-defined', 0x80, '\uF780'],
    ['x-mac-cyrillic', 0xff, '€'],
    ['ISO-8859-6', 0xa1, '\uFFFD'],
    ['ISO-8859-6', 0xac, '،'],
  ])('of %s have what the standard has at %i', (encoding, byte, character) => {
    expect(read(encoding).charAt(byte)).toBe(character);
  });

  it.each([
    ['Shift_JIS', '日本語テスト'],
    ['EUC-JP', '日本語テスト'],
    ['GBK', '简体中文€'],
    ['gb18030', '简体中文😀'],
    ['Big5', '繁體中文'],
    ['EUC-KR', '한국어'],
  ])('of %s are read', (encoding, text) => {
    expect(decodeHtml(iconv.encode(text, encoding), { contentType: `text/html;charset=${encoding}` }).text).toBe(text);
  });

  it('of ISO-2022-JP are read', () => {
    expect(decodeHtml(latin1('\x1b$B;{\x1b(B'), { contentType: 'text/html;charset=iso-2022-jp' }).text).toBe('寺');
  });
});

describe('the prescan', () => {
  it.each<[string, string, string]>([
    ['reads charset', '<meta charset="iso-8859-2">', 'ISO-8859-2'],
    ['reads charset without quotes', '<meta charset=iso-8859-2>', 'ISO-8859-2'],
    ['reads charset in single quotes', "<meta charset='iso-8859-2'>", 'ISO-8859-2'],
    ['reads charset with white space around', '<meta\tcharset \n = \r "iso-8859-2" />', 'ISO-8859-2'],
    ['reads charset after a slash', '<meta/charset=iso-8859-2 />', 'ISO-8859-2'],
    ['takes a slash for a part of the label', '<meta charset=iso-8859-2/>', 'windows-1252'],
    ['reads names in capitals', '<META CHARSET=ISO-8859-2>', 'ISO-8859-2'],
    ['reads http-equiv', '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">', 'ISO-8859-2'],
    [
      'reads http-equiv in the other order',
      '<meta content="text/html; charset=iso-8859-2" http-equiv=content-type>',
      'ISO-8859-2',
    ],
    ['wants http-equiv', '<meta content="text/html; charset=iso-8859-2">', 'windows-1252'],
    [
      'wants http-equiv to be Content-Type',
      '<meta http-equiv=refresh content="text/html; charset=iso-8859-2">',
      'windows-1252',
    ],
    [
      'reads content with quotes inside',
      `<meta http-equiv=Content-Type content="charset = 'iso-8859-2'">`,
      'ISO-8859-2',
    ],
    [
      'refuses a quote in content that is not closed',
      `<meta http-equiv=Content-Type content="charset='iso-8859-2">`,
      'windows-1252',
    ],
    [
      'looks for the charset that has a value',
      '<meta http-equiv=Content-Type content="charset; charset=iso-8859-2">',
      'ISO-8859-2',
    ],
    [
      'ends a label in content at a semicolon',
      '<meta http-equiv=Content-Type content="charset=iso-8859-2;x">',
      'ISO-8859-2',
    ],
    [
      'survives a charset without a value',
      '<meta http-equiv=Content-Type content="charset"><meta charset=iso-8859-2>',
      'ISO-8859-2',
    ],
    ['takes the first of two', '<meta charset=iso-8859-2><meta charset=iso-8859-5>', 'ISO-8859-2'],
    ['takes the first attribute of a name', '<meta charset=iso-8859-2 charset=iso-8859-5>', 'ISO-8859-2'],
    [
      'believes charset before content',
      '<meta http-equiv=Content-Type content="charset=iso-8859-5" charset=iso-8859-2>',
      'ISO-8859-2',
    ],
    ['passes over a label that is none', '<meta charset=none><meta charset=iso-8859-2>', 'ISO-8859-2'],
    ['reads UTF-16 as UTF-8', '<meta charset=utf-16be>', 'UTF-8'],
    ['reads a user’s own as windows-1252', '<meta charset=x-user-defined>', 'windows-1252'],
    ['passes over comments', '<!-- <meta charset=iso-8859-5> --><meta charset=iso-8859-2>', 'ISO-8859-2'],
    ['knows the shortest comment', '<!--><meta charset=iso-8859-2>', 'ISO-8859-2'],
    ['knows comments with dashes', '<!---- <meta charset=iso-8859-5> ----><meta charset=iso-8859-2>', 'ISO-8859-2'],
    ['gives up in a comment that never ends', '<!-- <meta charset=iso-8859-2>', 'windows-1252'],
    [
      'passes over attributes of others',
      '<a title="<meta charset=iso-8859-5>"><meta charset=iso-8859-2>',
      'ISO-8859-2',
    ],
    ['passes over quotes with brackets', `<a b='>' c=">"><meta charset=iso-8859-2>`, 'ISO-8859-2'],
    [
      'passes over end tags, declarations and instructions',
      '</a <meta charset=iso-8859-5>><!x <y><?z <w>><meta charset=iso-8859-2>',
      'ISO-8859-2',
    ],
    ['looks into scripts', '<script>"<meta charset=iso-8859-2>"</script>', 'ISO-8859-2'],
    ['wants the whole name', '<metadata charset=iso-8859-2><meta-charset=iso-8859-2>', 'windows-1252'],
    ['wants the tag to end', '<meta charset="iso-8859-2"', 'windows-1252'],
    ['reads an XML declaration', '<?xml version="1.0" encoding="iso-8859-2"?><p>', 'ISO-8859-2'],
    ['reads an XML declaration in single quotes', "<?xml encoding = 'iso-8859-2'>", 'ISO-8859-2'],
    ['reads UTF-16 in an XML declaration as UTF-8', '<?xml encoding="utf-16"?>', 'UTF-8'],
    ['believes meta before an XML declaration', '<?xml encoding="iso-8859-5"?><meta charset=iso-8859-2>', 'ISO-8859-2'],
    ['wants an XML declaration at the start', ' <?xml encoding="iso-8859-2"?>', 'windows-1252'],
    ['knows an XML declaration in UTF-16', '<\0?\0x\0m\0', 'UTF-16LE'],
    ['knows an XML declaration in UTF-16BE', '\0<\0?\0x\0m', 'UTF-16BE'],
  ])('%s', (_fact, page, encoding) => {
    expect(encodingOf(page)).toBe(encoding);
  });

  it('believes marks before everything', () => {
    expect(encodingOf('\xef\xbb\xbf<meta charset=iso-8859-2>', 'text/html; charset=iso-8859-5')).toBe('UTF-8');
    expect(encodingOf('\xfe\xff\0a', 'text/html; charset=iso-8859-5')).toBe('UTF-16BE');
    expect(encodingOf('\xff\xfea\0', 'text/html; charset=iso-8859-5')).toBe('UTF-16LE');
  });

  it('believes a meta after its bytes where the page has one', () => {
    const far = `<title>${'x'.repeat(1100)}</title>`;
    expect(encodingOf(`${far}<meta charset=iso-8859-2>`)).toBe('ISO-8859-2');
    expect(encodingOf(`${far}<!-- <meta charset=iso-8859-2> --><script>'<meta charset=iso-8859-2>'</script>`)).toBe(
      'windows-1252',
    );
    expect(encodingOf(`<title>${'x'.repeat(1000)}</title><meta charset=iso-8859-2>`)).toBe('ISO-8859-2');
  });
});

describe('where nothing is said, letters tell', () => {
  const ARABIC =
    'تظاهر مئات السكان أمام مبنى البلدية في حي المحطة للمطالبة بتحسين خدمات المياه والكهرباء، وقال أحد المشاركين إن الوعود لم تنفذ منذ سنوات';
  const RUSSIAN =
    'Жители района собрались у здания администрации и потребовали улучшить водоснабжение, сообщает корреспондент издания';
  const GREEK =
    'Οι κάτοικοι της γειτονιάς συγκεντρώθηκαν έξω από το δημαρχείο και ζήτησαν καλύτερη ύδρευση και καθαριότητα στους δρόμους';
  const HEBREW = 'תושבי השכונה התאספו מול בניין העירייה ודרשו לשפר את אספקת המים ואת הניקיון ברחובות העיר';
  it.each([
    ['windows-1256', ARABIC],
    ['windows-1256', 'حي المحطة'],
    ['ISO-8859-6', ARABIC],
    ['ISO-8859-6', 'مرحبا بكم في حي الصيادين'],
    ['UTF-8', ARABIC],
    ['windows-1251', RUSSIAN],
    ['KOI8-R', RUSSIAN],
    ['ISO-8859-5', RUSSIAN],
    ['IBM866', RUSSIAN],
    ['windows-1253', GREEK],
    ['windows-1255', HEBREW],
    [
      'windows-1252',
      'Les habitants du quartier se sont réunis devant l’hôtel de ville où ils ont exigé que l’eau soit rétablie dès l’été',
    ],
    ['windows-1252', 'Größenordnungsmäßig übergroße Straßen, naïveté, cœur, à l’œuvre, Åsa é ê'],
    ['windows-1252', 'no letter beyond these'],
  ])('%s', (encoding, text) => {
    const html = `<html><body class="x"><p>${text}</p></body></html>`;
    const read = decodeHtml(iconv.encode(html, encoding));
    expect(read.encoding.replace('KOI8-U', 'KOI8-R')).toBe(encoding);
    expect(read.text).toBe(html);
  });

  it.each(['Shift_JIS', 'EUC-JP', 'GBK', 'Big5', 'EUC-KR'])('but %s is taken for no alphabet', (encoding) => {
    const text =
      {
        'EUC-KR': '주민들은 시청 앞에 모여 수도 공급을 개선해 달라고 요구했다',
        Shift_JIS: '住民たちは市役所の前に集まり水道の改善を求めた',
        'EUC-JP': '住民たちは市役所の前に集まり水道の改善を求めた',
      }[encoding] ?? '居民聚集在市政府前要求改善供水和街道清潔';
    expect(encodingOf(iconv.encode(`<p>${text}</p>`, encoding))).toBe('windows-1252');
  });

  it.each(['utf16le', 'utf16be'])('zero bytes tell %s', (encoding) => {
    const bytes = Buffer.from('<html><body>حي المحطة</body></html>', 'utf16le');
    expect(decodeHtml(encoding === 'utf16be' ? bytes.swap16() : bytes).text).toContain('حي المحطة');
  });
});

/** Park–Miller: a fixed row of numbers in [0, 1), so that a failure can be run again. */
const seeded = (seed: number) => {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
};

const CARD_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** An invented piece of data about a person, in a sentence. */
export interface Canary {
  kind: string;
  text: string;
  /** the digits and letters that may not be left together */
  secret: string;
}

const toArabicIndic = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));

/** Makes canaries of every kind in three languages and both systems of digits; the same ones for the same seed. */
export const plantCanaries = (seed: number, count: number): Canary[] => {
  const random = seeded(seed);
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[Math.floor(random() * values.length)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  };
  const number = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const digits = (length: number): string => Array.from({ length }, () => number(0, 9)).join('');
  const letters = (alphabet: string, length: number): string =>
    Array.from({ length }, () => pick([...alphabet])).join('');
  const two = (value: number): string => String(value).padStart(2, '0');
  /** groups of digits as people write them */
  const spaced = (...groups: string[]): string => groups.join(pick([' ', '-', '.', '', '\u00A0', '  ']));
  const pairs = (text: string): string[] => text.match(/\d{1,2}/g) ?? [];

  const phone = (): string => {
    const rest = digits(8);
    const subscriber = `${pick(['5', '6', '7'])}${rest}`;
    return pick([
      spaced(...pairs(`0${subscriber}`)),
      `${pick(['+', '00'])}212${pick([' ', '', '-'])}${spaced(...pairs(subscriber).slice(0, 1), ...pairs(subscriber).slice(1))}`,
      `(+212) ${spaced(subscriber.slice(0, 3), subscriber.slice(3, 6), subscriber.slice(6))}`,
      `+216 ${spaced(pick(['20', '52', '98']), digits(3), digits(3))}`,
      `01${pick(['0', '1', '2', '5'])}${digits(8)}`,
      `0${subscriber.slice(0, 1)}/${(rest.match(/../g) ?? []).join('/')}`,
    ]);
  };
  const iban = (): string => {
    const [country, length] = pick([
      ['MA', 24],
      ['TN', 20],
      ['FR', 23],
      ['DZ', 22],
      ['JO', 0],
    ] as const);
    const bban = length === 0 ? `${letters('ABCJ', 4)}${digits(22)}` : digits(length);
    const rearranged = `${bban}${country}00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
    const check = 98n - (BigInt(rearranged) % 97n);
    const whole = `${country}${two(Number(check))}${bban}`;
    return random() < 0.5 ? whole : (whole.match(/.{1,4}/g) ?? []).join(' ');
  };
  const nir = (): string =>
    spaced(
      pick(['1', '2']),
      two(number(30, 99)),
      two(number(1, 12)),
      pick([two(number(1, 95)), '2A', '2B']),
      two(number(10, 99)) + number(0, 9),
      two(number(10, 99)) + number(0, 9),
      ...(random() < 0.5 ? [two(number(1, 97))] : []),
    );
  const egyptian = (): string =>
    spaced(`${pick(['2', '3'])}${two(number(0, 99))}${two(number(1, 12))}${two(number(1, 28))}`, digits(7));
  const card = (): string =>
    `${letters(CARD_LETTERS, number(1, 2))}${pick(['', ' '])}${number(1, 9)}${digits(number(4, 6))}`;
  const passport = (): string =>
    pick([
      `${letters(CARD_LETTERS, 2)}${digits(7)}`,
      `${digits(2)}${letters(CARD_LETTERS, 2)}${digits(5)}`,
      `${letters(CARD_LETTERS, 1)}${digits(6)}`,
      `${letters(CARD_LETTERS, 1)}${digits(8)}`,
    ]);
  const cardCue = (): string =>
    pick([
      'CIN ',
      'CIN : ',
      'CIN n° ',
      'ma CNI numéro ',
      "carte d'identité nationale n° ",
      'carte nationale: ',
      'ID card number ',
      'his national ID is ',
      'بطاقة التعريف الوطنية رقم ',
      'بطاقته الوطنية: ',
      'رقم البطاقة ',
      'الرقم القومي ',
      'رقم الهوية هو ',
    ]);
  const passportCue = (): string =>
    pick([
      'passport ',
      'Passport No. ',
      'passeport n° ',
      'mon passeport: ',
      'جواز السفر رقم ',
      'جواز سفره ',
      'رقم الجواز: ',
    ]);
  const frenchPlate = (): string => {
    const alphabet = 'ABCDEFGHJKLMNPQRSTVWXYZ';
    const gap = pick(['-', '-', ' ', '']);
    return [letters(alphabet, 2), digits(3), letters(alphabet, 2)].join(gap);
  };
  const moroccanPlate = (): string => {
    const series = pick([letters('ABDHEWT', 1), letters('أبدهوط', 1)]);
    const gap = pick([' - ', '-', ' | ', '|', ' – ']);
    const parts = [String(number(10_000, 99_999)), series, String(number(1, 89))];
    return (random() < 0.3 ? parts.reverse() : parts).join(gap);
  };
  const tunisianPlate = (): string =>
    [String(number(60, 260)), pick(['تونس', 'TU', 'TUN', 'Tunis']), String(number(2100, 9999))].join(
      pick([' ', ' ', '-', '']),
    );
  const egyptianPlate = (): string => {
    const three = [...'سصطقعلنرجه'];
    const series = [pick(three), pick(three), pick(three)].join(' ');
    const figures = String(number(100, 999));
    return random() < 0.5 ? `${series} ${figures}` : `${figures} ${series}`;
  };
  const plateCue = (): string =>
    pick(['لوحة رقم ', 'ترقيمها ', 'immatriculée ', 'plaque: ', 'plate number ', "plaque d'immatriculation n° "]);

  const KINDS: readonly (readonly [kind: string, make: () => string])[] = [
    ['phone', phone],
    ['iban', iban],
    ['nir', nir],
    ['egyptian-id', egyptian],
    ['tunisian-card', () => `${cardCue()}${digits(8)}`],
    ['jordanian-id', () => `${cardCue()}${pick(['9', '2'])}${digits(9)}`],
    ['card', () => `${cardCue()}${card()}`],
    ['bare-card', () => `${letters(CARD_LETTERS, 2)}${digits(6)}`],
    ['passport', () => `${passportCue()}${passport()}`],
    ['french-plate', frenchPlate],
    ['moroccan-plate', moroccanPlate],
    ['tunisian-plate', tunisianPlate],
    ['egyptian-plate', egyptianPlate],
    ['called-plate', () => `${plateCue()}${pick([moroccanPlate, tunisianPlate, frenchPlate, egyptianPlate])()}`],
    [
      'address-phone',
      () => `https://example.org/${pick(['?tel=', 'c?a=1&phone=', 'tel/'])}0${pick(['6', '7'])}${digits(8)}`,
    ],
    [
      'address-id',
      () => `https://example.org/f?${pick(['cin', 'passport', 'nid'])}=${letters(CARD_LETTERS, 2)}${digits(6)}`,
    ],
    ['address-iban', () => `https://example.org/pay/${iban().replaceAll(' ', '')}`],
    [
      'address-plate',
      () =>
        `https://example.org/${pick(['?plate=', 'car/'])}${letters('ABCDEFGH', 2)}-${digits(3)}-${letters('JKLMNP', 2)}`,
    ],
    ['address-email', () => `https://example.org/?to=k${digits(3)}.b@mail.example.org`],
  ];
  const FRAMES: readonly ((data: string) => string)[] = [
    (data) => data,
    (data) => `Le suspect habite ici, ${data} et tout le quartier le sait.`,
    (data) => `voici ses informations : ${data}`,
    (data) => `I know where he lives (${data}), share it!`,
    (data) => `write this down: ${data}.`,
    (data) => `هذا هو الشخص: ${data} انشروها في كل مكان`,
    (data) => `شاركوا المعلومة، ${data}`,
    (data) => `انشروا «${data}» بسرعة`,
  ];
  return Array.from({ length: count }, (_, index) => {
    const [kind, make] = KINDS[index % KINDS.length] ?? pick(KINDS);
    const written = make();
    const data = random() < 0.4 ? toArabicIndic(written) : written;
    const figures = (written.match(/\d+/g) ?? []).sort((a, b) => b.length - a.length)[0] ?? '';
    return { kind, text: pick(FRAMES)(data), secret: figures };
  });
};

/** A text with its digits as Latin ones, to look for a secret in it. */
export const inLatinDigits = (text: string): string =>
  text.replace(/[٠-٩]/g, (digit) => String((digit.codePointAt(0) ?? 0) - 0x660));

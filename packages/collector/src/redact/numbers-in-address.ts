import { bankAccounts } from './bank-accounts.js';
import { everyMatch, hide } from './hidden.js';
import { withLatinDigits } from './latin-digits.js';

const named = (names: string): RegExp =>
  new RegExp(`(?<=[?&#;/](?:${names})[=/])(?!⟨)(?=[^&#/\\s]{0,24}\\d)[^&#/\\s]+`, 'giu');
const PHONE = named('t[eé]l(?:[eé]phone)?|phone|mobile|gsm|msisdn|whatsapp|wa');
const ID = named('cine?|cnie?|nin|nid|nir|national_?id|id_?card|carte|passe?port|ssn|iban|rib');
const PLATE = named('plate|plaque|immat(?:riculation)?|matricule');
const EMAIL = /(?<![\w.+%-])[\w.+-]{1,64}(?:@|%40)(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?![\w-])/giu;

/** Countries from which posts of the cities come, and where their people live. */
const COUNTRY = '(?:1|20|212|213|216|218|222|249|3[0-469]|4[1-9]|90|96[1-8]|97[0-4])';
const INTERNATIONAL = new RegExp(`(?<!\\p{N})(?:%2B|\\+|00)[ -]?${COUNTRY}\\d{8,10}(?!\\p{N})`, 'giu');
/** A mobile number that is a whole part of the address; numbers of pages do not begin with 0. */
const MOBILE = /(?<=[/=_-])0[5-7]\d{8}(?![\p{L}\p{N}])/gu;
const FRENCH_PLATE = /(?<=[/=_])[A-HJ-NP-TV-Z]{2}-\d{3}-[A-HJ-NP-TV-Z]{2}(?![\p{L}\p{N}_-])/gu;
const MOROCCAN_PLATE =
  /(?<=[/=_])\d{4,5}[-|](?:[A-Z]|[ء-ي]|%D8%[A-B][0-9A-F]|%D9%8[0-9A])[-|]\d{1,2}(?![\p{L}\p{N}_-])/giu;

/**
 * An address with the numbers of people in it replaced: parameters and folders that say what they hold, and whole parts that
 * can be nothing else. Numbers of articles and posts stay, however long.
 */
export const numbersInAddress = (address: string): string => {
  if (!/\p{Nd}/u.test(address) && !/@|%40/.test(address)) return address;
  const latin = withLatinDigits(address);
  const pieces = [
    ...everyMatch(ID, 'id', latin),
    ...everyMatch(PLATE, 'plate', latin),
    ...bankAccounts(latin),
    ...everyMatch(EMAIL, 'email', latin),
    ...[PHONE, INTERNATIONAL, MOBILE].flatMap((pattern) => everyMatch(pattern, 'phone', latin)),
    ...[FRENCH_PLATE, MOROCCAN_PLATE].flatMap((pattern) => everyMatch(pattern, 'plate', latin)),
  ];
  return pieces.length === 0 ? address : hide(address, pieces);
};

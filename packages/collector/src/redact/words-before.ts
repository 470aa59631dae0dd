/** Words that may stand between what a number is and the number: "CIN n° : …", «رقم بطاقته الوطنية هو …». */
const BETWEEN =
  "(?:[\\s:：#=.،,()«»\"'-]|n[°º]|№|numéro|numero|num|nr|no|number|est|is|le|la|de|du|des|the|my|his|her|mon|ma|son|sa|card|nationale?|marocaine?|tunisienne?|française|electronique|électronique|biométrique|identit[éy]|d['’]identité|رقم|رقمها|رقمه|الرقم|عدد|هو|هي|الوطنية|للتعريف|التعريف|الهوية|الشخصية|القومي|القومى|الخاصة?|ديالي|ديالو|ديالها|السفر|سفر(?:ه|ها|ي|ك)?|صاحب|تحمل|ذات|لوحة|المسجلة|تحت)";
/** Words that announce the number of a card, passport or the like of a person; no group in them takes part in a match. */
const ID_WORDS = [
  'c\\.?i\\.?n\\.?e?\\.?|cnie?|nin|nir|ssn|id|insee',
  "cartes? (?:nationale )?d['’]identité|carte nationale|carte de séjour|titre de séjour|pièce d['’]identité",
  "passe?ports?|permis(?: de conduire)?|sécurité sociale|sécu|numéro d['’]identité",
  "identity (?:card|number|document)|national (?:id|identity|number)|id (?:card|number|no)|driving licen[cs]e|driver['’]s licen[cs]e|social security",
  '[وفبلك]{0,2}(?:ال)?بطاق(?:ة|ت[يهكن]|تها|تهم)|[وفبلك]{0,2}(?:ال)?جواز(?:ه|ها|ي|ات)?|هوي(?:ة|ته|تها|تي)|الهوية|لاكارط|كارط|لاكارت',
  'رقم(?:ي|ه|ها)? (?:ال)?(?:هوية|قومي|قومى|وطني|تعريف|بطاقة|جواز)|الرقم (?:القومي|القومى|الوطني)|رخصة (?:السياقة|القيادة|السواقة)|باسبور|بسبور|باسبورت',
].join('|');
/** Words that announce the plate of a vehicle. */
const PLATE_WORDS = [
  "plaques?(?: d['’]immatriculation)?|immatricul(?:ation|ée?s?)|matricule|licen[cs]e plate|number plate|plates?|registration",
  '[وبل]{0,2}(?:ال)?لوح(?:ة|ات|تها|ته)|[وبل]{0,2}(?:ال)?ترقيم(?:ها)?|نمر(?:ة|تها|ته)|(?:ال)?مرقمة?',
].join('|');
const ACCOUNT_WORDS =
  'iban|rib|compte(?: bancaire)?|bank account|account|آيبان|ايبان|حساب(?:ي|ه|ها)?|الحساب(?: البنكي)?';

/** A pattern for what one of the words announces, perhaps with other words between; its group `hide` is the thing itself. */
const announcedBy = (words: string, thing: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])${BETWEEN}{0,14}?(?<hide>${thing})`, 'dgiu');

/** What words announce as a person's number. */
export const announcedIds = (form: string): RegExp => announcedBy(ID_WORDS, form);
/** What words announce as the plate of a vehicle. */
export const announcedPlates = (form: string): RegExp => announcedBy(PLATE_WORDS, form);

/** Characters before a number that are looked at. */
const REACH = 60;

/** A pattern that matches a text which ends in one of these words, perhaps with some words between. */
const endingIn = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])${BETWEEN}{0,12}$`, 'iu');

const ACCOUNT = endingIn(ACCOUNT_WORDS);
const CODE = endingIn(
  [
    'réf(?:érence)?s?|ref(?:erence)?s?|art(?:icles?)?|codes?|code-barres|barcode|modèles?|models?|lots?|dossiers?|factures?|invoices?|commandes?|orders?|tickets?|vols?|flights?|siret|siren|ice|rc|version|build|bug|issue|pages?|lois?|laws?|décrets?|dahir|sku|série|serial|produits?|products?|tracking|colis|error|erreur',
    'قانون|القانون|مرسوم|المرسوم|مرجع|المرجع|رمز|الرمز|كود|طلبية|الطلبية|الفصل|المادة|ملف|الملف|فاتورة|الفاتورة|رحلة|الرحلة|منتج|المنتج|ظهير|الظهير',
  ].join('|'),
);
const PUBLISHED_CODE = endingIn('isbn(?:-1[03])?|issn|ean(?:-13)?|gtin|upc|doi|pmid|arxiv|الردمك|ردمك');

const before = (pattern: RegExp, text: string, at: number): boolean =>
  pattern.test(text.slice(Math.max(0, at - REACH), at));

/** Whether what begins at `at` is announced as a bank account. */
export const isCalledAccount = (text: string, at: number): boolean => before(ACCOUNT, text, at);
/** Whether it is announced as the number of a thing: an article, an order, a law. */
export const isCalledCode = (text: string, at: number): boolean =>
  before(CODE, text, at) || before(PUBLISHED_CODE, text, at);
/** Whether it is announced as a book's or product's number, which may look like a telephone number. */
export const isCalledPublishedCode = (text: string, at: number): boolean => before(PUBLISHED_CODE, text, at);

import { isProse, type TextBlock } from './text-blocks.js';

/** What stands under articles in the site's own name. Each is looked for anywhere in a block. */
const NOTES: readonly RegExp[] = [
  // follow, write to, subscribe
  /\b(?:follow|like|find|join) (?:us|me|him|her|them|@\w+|[\p{L}' ]{3,40}) (?:on|at) (?:\w+ and )?(?:x|twitter|facebook|instagram|linkedin|telegram|google news|youtube)(?=[^\p{L}]|$)/iu,
  /(?:^|\s)(?:e-?mail|contact|reach|write to|follow)\b.{0,60}(?:[\w.+-]+@[\w-]+\.\w|@\w{3,})/iu,
  /\b(?:news ?letter|news tip|got a tip|have a tip)\b/iu,
  /(?:google news|google новост|наш(?:ем|у|его)? (?:telegram|телеграм|канал)|(?:telegram|whatsapp|viber)[-\s]?(?:канал|kanal|channel)|kanale? telegram|canal de (?:telegram|whatsapp)|chaîne (?:whatsapp|telegram)|قناتنا|قناة .{0,30}(?:تيليجرام|تيليغرام|تلغرام|تليجرام|واتساب))/iu,
  // rights
  /(?:all rights reserved|may not be (?:published|reproduced|republished)|(?:re-?print|re-?publish|reproduc)\w* .{0,40}without .{0,30}permission|written permission|republished .{0,20}with permission|tous droits réservés|toute reproduction|reproduction (?:interdite|totale|partielle)|alle rechte vorbehalten|todos los derechos reservados|все права защищены|перепечатка|при (?:копировании|использовании) материалов|wszelkie prawa zastrzeżone|(?:kopiowanie|przedruk|rozpowszechnianie) .{0,60}(?:zabronion|zgod)|απαγορεύεται η (?:αναδημοσίευση|αναπαραγωγή)|(?:جميع|كافة|كل) الحقوق محفوظة|(?:يمنع|لا يجوز|يحظر) (?:نسخ|نشر|إعادة|النسخ|النقل))/iu,
  // where it was first
  /\b(?:originally (?:published|appeared)|first appeared|first published) (?:on|in|at|by)\b/iu,
  /(?:erschien zuerst (?:auf|in|bei)|paru initialement|pierwotnie (?:opublikowan|ukazał))/iu,
  // what comments may not say
  /(?:comments? (?:policy|rules|are (?:closed|moderated))|comentários .{0,80}(?:moderador|aprovad)|les commentaires .{0,30}(?:modérés|fermés)|kommentare? (?:geschlossen|sind geschlossen)|комментарии (?:закрыты|отключены)|możliwość komentowania|komentarze .{0,30}(?:wyłączone|moderowane)|τα σχόλια .{0,30}(?:κλειστά|ελέγχονται)|التعليقات (?:مغلقة|المنشورة))/iu,
  /^(?:photo ?credits?|photocredits|bildnachweise?)\b/iu,
];
const LONGEST_NOTE = 320;
/** A label with nothing after it. */
const LABEL = /^.{1,60}[:：]$/su;
/** A label over tags, with nothing else in its line. */
const TAGS =
  /^(?:tags?|mots[- ]clés|étiquettes|الوسوم|وسوم|كلمات (?:مفتاحية|دلالية)|schlagw[oö]rter|теги|метки|tagi|ετικέτες|palabras clave|etiquetas)$/iu;

const isNote = ({ text, heading }: TextBlock): boolean =>
  heading || LABEL.test(text) || (text.length <= LONGEST_NOTE && NOTES.some((pattern) => pattern.test(text)));

/** Tags may come last, under their label, with commas between them. */
const withoutTags = (blocks: readonly TextBlock[]): readonly TextBlock[] => {
  const label = blocks.findLastIndex(({ text }) => TAGS.test(text));
  const isSentence = (block: TextBlock): boolean => isProse(block) && /[.!?؟…]$/u.test(block.text);
  return label > 0 && !blocks.slice(label + 1).some(isSentence) ? blocks.slice(0, label) : blocks;
};

const withoutNotes = (blocks: readonly TextBlock[]): readonly TextBlock[] => {
  const last = blocks.findLastIndex((block) => !isNote(block));
  return blocks.slice(0, Math.max(1, last + 1));
};

/** Leaves out, from the end upwards, tags, headings and labels over nothing, and notes about rights and where to follow. */
export const dropClosingNotes = (blocks: readonly TextBlock[]): TextBlock[] => [
  ...withoutNotes(withoutTags(withoutNotes(blocks))),
];

import type { TextBlock } from './text-blocks.js';

/** Lines that are furniture of news pages, in the languages such pages are met in. Each is tried against a whole block. */
const FURNITURE: readonly RegExp[] = [
  // pointers to other pages
  /^(?:read (?:more|also|next)|see (?:more|also)|also read|related(?: (?:post|posts|stories|story|articles?|links?|topics?|content))?|more on this|you (?:may|might) also like|recommended|don't miss|watch(?: also)?|click here (?:for|to) .{0,60})\s*(?:[:：.…].*)?$/i,
  /^(?:lire aussi|à lire(?: aussi| également)?|voir aussi|sur le même sujet|lire la suite|en savoir plus)(?:\s*[:：].*)?$/i,
  /^[[(]?\s*(?:إقرأ|اقرأ|أقرأ|شاهد|طالع|اقرؤوا|انظر)\s+(?:أيضا|أيضاً|ايضا|ايضاً|أيضًا|ايضًا|المزيد).*$/u,
  /^(?:lesen sie auch|mehr zum thema|lea también|leia também|leia mais|czytaj (?:też|także|więcej)|zobacz (?:też|także)|читайте также|смотрите также|διαβάστε (?:επίσης|ακόμα|περισσότερα)|leggi anche)(?:\s*[:：].*)?$/iu,
  // times and names of the writers
  /^(?:first )?(?:published|updated|posted|last (?:modified|updated)|publié|mis à jour|modifié)\b[^.!?]{0,80}\d[^.!?]{0,60}$/i,
  /^(?:نُ?شر|تاريخ النشر|آخر تحديث|تم النشر).{0,60}[\d٠-٩].{0,30}$/u,
  /^(?:by|par|von|por|di)\s+\p{Lu}[\p{L}.'-]+(?:\s+(?:and|et|und|y|e|de|der|van|von)|[\s,]+\p{Lu}[\p{L}.'-]*){0,8}$/u,
  /^(?:بقلم|كتب|كتبت)\s*[:：]\s*.{2,40}$/u,
  // pictures
  /^(?:photos?|images?|pictures?|credits?|crédits?(?: photo)?|foto|фото|صورة|الصورة|video|vidéo|graphic|illustration)\s*[:：©].*$/iu,
  /^(?:image|photo|slide) \d+ (?:of|sur|de)\b.*$/i,
  /^.{0,300}[([](?:image|photo|picture|pic|photo credit|image credit|credit|crédit)s?\s*[:：][^)\]]{0,80}[)\]]$/i,
  /^credit\s?…?(?:\.{3})?.{0,80}$/i,
  // asking for something
  /^(?:share|tweet|email|print|save|facebook|twitter|whatsapp|pinterest|linkedin|reddit|copy link|share (?:this|on|via)\b.{0,60}|partager(?: sur.{0,40})?|شارك(?:ها|ه)?(?: على.{0,40})?|مشاركة)$/iu,
  /^.{0,300}click to tweet$/i,
  /^(?:advert|advertisement|advertising|publicité|anzeige|werbung|publicidad|publicidade|reklama|реклама|إعلان|إعلانات|sponsored|story continues below.{0,30}|article continues below.{0,30})$/iu,
  /^(?:(?:post|leave|add|write) (?:a |your )?(?:comment|reply)s?.{0,20}|\d* ?comments?|no comments.{0,20}|(?:laisser|ajouter) un commentaire|commentaires?(?: \(\d+\))?|اترك (?:تعليقا|تعليقًا|تعليقك|ردا)|التعليقات|kommentare|comentarios|comentários)$/iu,
  /^(?:sign up|subscribe|abonnez-vous|inscrivez-vous|اشترك|join our|follow us|suivez-nous|تابعنا|تابعونا).{0,140}$/iu,
  /^(?:get|try) .{0,60}\b(?:newsletter|free trial|delivered|app)\b.{0,100}$/i,
  /^(?:this (?:web)?site uses cookies|we use cookies|ce site utilise des cookies).*$/i,
  /^(?:this slideshow requires javascript|please enable javascript|javascript (?:is|must be)).{0,80}$/i,
  /^(?:skip to (?:main )?content|back to top|about the author|about us|contact us|learn more|more info|all rights reserved|tous droits réservés|haut de page|جميع الحقوق محفوظة.{0,60})\.?$/iu,
  /^(?:copyright|©|\(c\)|ⓒ)\s?.{0,140}$/iu,
  /^(?:tags?|mots[- ]clés|étiquettes|labels?|filed under|categories|catégories?|topics?|الوسوم|وسوم|كلمات مفتاحية|schlagw[oö]rter|теги|tagi)\s*[:：].*$/iu,
  /^(?:reading time|temps de lecture|tempo de leitura|lesezeit|وقت القراءة|\d+ min(?:ute)?s? read).{0,30}$/iu,
];
const LONGEST_FURNITURE = 320;

/** From such a heading on, what follows is about other pages, unless prose comes after it. */
const END =
  /^(?:related(?: \w+)?|you (?:may|might) also like.*|more (?:from|stories|news|on).{0,40}|recommended.{0,20}|comments?|latest news|most (?:read|popular)|trending.{0,20}|à lire aussi|sur le même sujet|commentaires?|مواضيع (?:ذات صلة|متعلقة)|أخبار ذات صلة|مقالات ذات صلة|الأكثر قراءة|اقرأ أيضا.{0,5}|التعليقات|something to consider|tell us what you think.{0,5}|about the author)\s*[:：…]?$/iu;

const isFurniture = ({ text }: TextBlock): boolean =>
  text.length <= LONGEST_FURNITURE && FURNITURE.some((pattern) => pattern.test(text));

/** A line that is all link: an entry of a menu or a pointer elsewhere, not a sentence with a link in it. */
const isPointer = ({ text, linked }: TextBlock): boolean => linked >= 0.9 * text.length && text.length < 200;

const isProse = ({ text, linked, heading }: TextBlock): boolean =>
  !heading && text.length >= 80 && linked < 0.4 * text.length;

const withoutTail = (blocks: readonly TextBlock[]): readonly TextBlock[] => {
  const end = blocks.findIndex(
    (block, index) =>
      index > 0 &&
      END.test(block.text) &&
      blocks.slice(index + 1).filter(isProse).length <= blocks.slice(0, index).filter(isProse).length / 4,
  );
  return end < 0 ? blocks : blocks.slice(0, end);
};

/** Headings at the end have nothing under them. */
const withoutLastHeadings = (blocks: readonly TextBlock[]): readonly TextBlock[] => {
  let end = blocks.length;
  while (end > 1 && blocks[end - 1]?.heading) end -= 1;
  return blocks.slice(0, end);
};

const fold = (text: string): string => text.toLowerCase().replace(/[\p{P}\p{S}\s]+/gu, '');

/** A line above the text that gives a day or an hour: when the article was published, not what it says. */
const isDateline = ({ text }: TextBlock): boolean =>
  text.length <= 60 && /\b(?:19|20)\d{2}\b|[٠-٩]{4}|\b\d{1,2}[:h]\d{2}\b/u.test(text);

/**
 * Leaves out the blocks that belong to the page and not to the article: its title too, which is kept apart.
 * @param title the title of the article
 */
export const dropBoilerplate = (blocks: readonly TextBlock[], title: string): TextBlock[] => {
  const folded = fold(title);
  const isTitle = ({ text }: TextBlock): boolean => folded !== '' && fold(text) === folded;
  const kept = withoutTail(blocks).filter((block) => !isTitle(block) && !isFurniture(block) && !isPointer(block));
  const body = Math.max(0, kept.findIndex(isProse));
  return [...withoutLastHeadings(kept.filter((block, index) => index >= body || !isDateline(block)))];
};

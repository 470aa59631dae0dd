import { isDateAlone } from './drop-datelines.js';
import { isPointer } from './drop-pointers.js';
import { isProse, type TextBlock } from './text-blocks.js';

/** Headings over what is about other pages. */
const OTHER_PAGES =
  /^(?:related(?: \w+)?|you (?:may|might) also like.*|more (?:from|stories|news|on).{0,40}|recommended.{0,20}|latest news|most (?:read|popular)|trending.{0,20}|something to consider|tell us what you think.{0,5}|(?:à )?(?:lire|voir) (?:aussi|également)|sur le même (?:sujet|thème)|articles? (?:similaires|liés|connexes|associés|recommandés|populaires)|les plus (?:lus|vus|consultés|populaires)|dans la même (?:rubrique|catégorie)|ailleurs sur le web|vous (?:aimerez|pourriez) aussi.{0,20}|dernières (?:actualités|nouvelles|infos)|(?:مقالات|مواضيع|أخبار|اخبار|مواد|قصص|موضوعات) (?:ذات صلة|متعلقة|مشابهة|أخرى|مرتبطة)|ذات صلة|قد (?:يعجبك|يهمك).{0,10}|ال[أا]كثر (?:قراءة|مشاهدة|تعليقا|تفاعلا)|آخر الأخبار|[اإأ]قرأ (?:[أا]يض.{1,2}|المزيد)|شاهد [أا]يض.{1,2}|المزيد من.{0,30}|(?:σχετικά|δημοφιλή|προτεινόμενα|τελευταία) (?:άρθρα|θέματα|νέα|κείμενα)|(?:διαβάστε|δείτε) (?:επίσης|ακόμα|ακόμη|περισσότερα)|ροή ειδήσεων|περισσότερα νέα|читайте (?:также|ещё|еще).{0,10}|смотрите также|похожие (?:новости|материалы|статьи|записи)|(?:материалы |новости |ещё |еще )?по теме|другие (?:новости|материалы|статьи).{0,20}|(?:ещё|еще|последние|главные) новости|популярное|самое читаемое|лента новостей|новости партн[её]ров|вам может быть интересно|(?:prze)?czytaj (?:też|także|również|więcej|dalej)|zobacz (?:też|także|również|więcej)|polecamy|polecane.{0,20}|podobne (?:artykuły|wpisy|tematy|wiadomości)|powiązane.{0,20}|najczęściej czytane|najnowsze.{0,20}|najpopularniejsze|inne artykuły|więcej (?:na ten temat|z działu.{0,20})|mehr (?:zum thema|themen)|auch interessant|das könnte (?:sie|dich|ihnen).{0,30}|ähnliche (?:artikel|beiträge)|lesen sie auch|meistgelesen|weitere (?:artikel|themen|nachrichten|beiträge).{0,20}|(?:noticias|artículos) relacionad[oa]s|(?:también )?te puede interesar|lo más (?:leído|visto)|más noticias|últimas noticias|leggi anche|articoli correlati|potrebbe interessarti|leia também|notícias relacionadas)\s*[:：…]?$/iu;
/** Headings over what is about the writer. */
const WRITER =
  /^(?:about the (?:author|writer)s?|about the (?:reporter|journalist)|à propos de (?:l'auteure?|l’auteure?)|über (?:den autor|die autorin)|o autor(?:ze|ce)|об авторе|σχετικά με τ(?:ον|η|ην) συγγραφέα|(?:عن|نبذة عن) (?:الكاتب|المؤلف).?|(?:sobre el|sobre o|sobre la) autora?|sull'autore)\s*[:：…]?$/iu;
/** Headings over what readers wrote. */
const READERS =
  /^(?:(?:\d+\s+)?(?:comments?|commentaires?|kommentare?|comentarios?|comentários?|commenti|комментари(?:и|ев|й|я)|σχόλι(?:α|ο)|komentarz(?:e|y)?|(?:ال)?تعليق(?:ات)?)|(?:leave|post|write|add) (?:a |your )?(?:comment|reply)|(?:laisser|ajouter|écrire) un commentaire|vos (?:commentaires|réactions)|(?:dodaj|napisz) komentarz|(?:оставить|добавить) комментарий|(?:προσθήκη|αφήστε|προσθέστε) (?:ένα )?σχόλι(?:ο|ου)|(?:schreiben? sie|schreibe) einen kommentar|kommentare? (?:schreiben|verfassen|hinterlassen)|(?:deja|dejar|escribe) (?:un|tu) comentario|lascia un commento|اترك (?:تعليق|رد).{0,6}|[أا]ضف تعليق.{0,6})\s*(?:\(\s*[\d٠-٩]*\s*\)|[\d٠-٩]*)\s*[:：…]?$/iu;

/** Paragraphs of prose before each block, and in all. */
const countProse = (blocks: readonly TextBlock[]): { before: (index: number) => number; all: number } => {
  const counts = [0];
  for (const block of blocks) counts.push((counts.at(-1) ?? 0) + (isProse(block) ? 1 : 0));
  return { before: (index) => counts[index] ?? 0, all: counts.at(-1) ?? 0 };
};

const LONGEST_HEADING = 120;

/** A sentence's end, with the quotation mark after it. */
const SENTENCE_END = /[.!?؟。]["'»”’)]*$/u;

/** Under a heading within the text stand links, and then the text goes on: a paragraph that heads no further link. */
const goesOn = (blocks: readonly TextBlock[], heading: number): boolean => {
  let next = heading + 1;
  for (let block = blocks[next]; block && isPointer(block); block = blocks[next]) next += 1;
  const [paragraph, beside] = [blocks[next], blocks[next + 1]];
  if (next === heading + 1 || !paragraph || !isProse(paragraph) || !SENTENCE_END.test(paragraph.text.slice(-20)))
    return false;
  return !beside || !isPointer(beside);
};

/** A day alone beside a link: an entry of a list of news. */
const isDatedEntry = (block: TextBlock, index: number, blocks: readonly TextBlock[]): boolean =>
  isDateAlone(block) && [blocks[index - 1], blocks[index + 1]].some((beside) => beside && isPointer(beside));

const newsListAfter = (blocks: readonly TextBlock[]): number => {
  const first = blocks.findIndex((block, index) => index > 0 && isDatedEntry(block, index, blocks));
  if (first < 0 || blocks.filter(isDatedEntry).length < 2) return -1;
  const heading = blocks[first - 1];
  return heading && isPointer(heading) ? first - 1 : first;
};

/**
 * Ends the article at the heading over links to other pages, at a list of dated links, or at the readers' comments. What
 * has much prose after it is no end: sites put such headings anywhere.
 */
export const dropWhatFollows = (blocks: readonly TextBlock[]): TextBlock[] => {
  const prose = countProse(blocks);
  const isEnd = ({ text }: TextBlock, index: number): boolean => {
    if (index === 0 || text.length > LONGEST_HEADING) return false;
    const before = prose.before(index);
    const after = prose.all - before;
    if (after <= before && READERS.test(text)) return true;
    if (after > before / 4) return false;
    return WRITER.test(text) || (OTHER_PAGES.test(text) && !goesOn(blocks, index));
  };
  const list = newsListAfter(blocks);
  const ends = [blocks.findIndex(isEnd)];
  if (list > 0 && prose.all - prose.before(list) <= prose.before(list)) ends.push(list);
  return blocks.slice(0, Math.min(...ends.filter((index) => index > 0), blocks.length));
};

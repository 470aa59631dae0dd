import type { TextBlock } from './text-blocks.js';

const AGENCY =
  '(?:The Associated Press|Associated Press|Agence France-Presse|AP|AFP|Reuters|PAP|dpa|EFE|ANSA|UPI|PTI|IANS|ANI|Xinhua|APS|MAP|TAP|WAFA|TASS|ТАСС|РИА Новости|Интерфакс|ΑΠΕ(?:-ΜΠΕ)?|ΑΜΠΕ|Agencies|agences|рис|د ب أ|رويترز|أ ف ب|أ ب|وكالات|وات|وام|واج)';

/**
 * Lines that are furniture of news pages, in the languages such pages are met in. Each is tried against a whole block.
 * `\b` knows Latin letters only: patterns in other scripts do without.
 */
const FURNITURE: readonly RegExp[] = [
  // pointers to other pages
  /^(?:read (?:more|also|next)|see (?:more|also)|also read|related(?: (?:post|posts|stories|story|articles?|links?|topics?|content))?|more on this|you (?:may|might) also like|recommended|don't miss|watch(?: also)?|click here (?:for|to) .{0,60})\s*(?:[:：.…].*)?$/i,
  /^(?:(?:à )?(?:lire|voir) (?:aussi|également)|à lire|sur le même (?:sujet|thème)|lire la suite|en savoir plus|dans la même rubrique|articles? (?:liés|similaires|connexes|associés))(?:\s*[:：].*)?$/i,
  /^[[(]?\s*(?:إقرأ|اقرأ|أقرأ|اقرأي|شاهد|طالع|اقرؤوا|انظر|تابع)\s+(?:أيضا|أيضاً|ايضا|ايضاً|أيضًا|ايضًا|المزيد).*$/u,
  /^(?:قد (?:يعجبك|يهمك)(?: أيض.{1,2})?|(?:مواضيع|مقالات|أخبار) (?:ذات صلة|متعلقة)|ذات صلة|للمزيد)\s*(?:[:：].*)?$/u,
  /^(?:lesen sie (?:auch|mehr)|auch interessant|mehr (?:zum thema|themen)|lea también|te puede interesar|leia (?:também|mais)|leggi anche)(?:\s*[:：].*)?$/iu,
  /^(?:(?:prze)?czytaj (?:też|także|również|więcej|dalej)|zobacz (?:też|także|również|więcej)|więcej na ten temat|polecamy)(?:\s*[:：].*)?$/iu,
  /^(?:читайте (?:также|ещё|еще|по теме)|смотрите (?:также|ещё|еще)|(?:материалы |новости )?по теме)(?:\s*[:：].*)?$/iu,
  /^(?:(?:διαβάστε|δείτε) (?:επίσης|ακόμα|ακόμη|περισσότερα|σχετικά)|σχετικά (?:άρθρα|θέματα|νέα))(?:\s*[:：].*)?$/iu,
  // times and names of the writers
  /^(?:first )?(?:published|updated|posted|last (?:modified|updated)|publiée?|mise? à jour|modifiée?|veröffentlicht|aktualisiert|publicado|actualizado|pubblicato|aggiornato)(?=[^\p{L}])[^.!?]{0,80}\d[^!?]{0,60}$/iu,
  /^(?:نُ?شر|تاريخ النشر|آخر تحديث|تم النشر|تم التحديث|حُ?رر).{0,60}[\d٠-٩].{0,30}$/u,
  /^(?:опубликовано|обновлено|дата публикации|размещено|opublikowano|aktualizacja|data (?:publikacji|dodania)|dodano|δημοσιεύ(?:θηκε|τηκε)|δημοσίευση|(?:τελευταία )?ενημέρωση|ενημερώθηκε)[^!?]{0,60}\d[^!?]{0,40}$/iu,
  /^(?:by|par|von|por|di)\s+\p{Lu}[\p{L}.'-]+(?:\s+(?:and|et|und|y|e|de|der|van|von)|[\s,]+\p{Lu}[\p{L}.'-]*){0,8}$/u,
  /^(?:(?:автор|текст|autor(?:ka|in|e)?|auteur|tekst|opracowa(?:nie|ł|ła)|επιμέλεια|κείμενο)\s*[:：]|oprac\.|(?:γράφει|γράφουν) (?:ο|η|οι)\s)\s*[^!?]{2,60}$/iu,
  /^(?:بقلم|كتب|كتبت|تحرير|إعداد|تقرير)\s*[:：]\s*.{2,40}$/u,
  /^(?:source|sources|quelle|fuente|fonte|источник|по материалам|źródło|źródła|πηγή|πηγές|المصدر|مصدر)\s*[:：][^!?]{1,80}$/iu,
  new RegExp(`^\\(?(?:\\p{Ll}{2,5}\\s*[/,]\\s*)?${AGENCY}(?:[\\s/,;&+–—-]+${AGENCY})*\\)?\\.?$`, 'u'),
  // pictures
  /^(?:photos?|images?|pictures?|credits?|crédits?(?: photo)?|foto|bild|imagen|video|vidéo|видео|graphic|illustration|фото(?:графия)?|фотогалерея|снимок|zdjęci[ea]|φωτο(?:γραφία)?|φώτο|εικόνα|βίντεο|صورة|الصورة|تصوير|عدسة)\s*[:：©].*$/iu,
  /^(?:fot\.|zdj\.)\s?.{2,80}$/iu,
  /^(?:image|photo|slide) \d+ (?:of|sur|de)\b.*$/i,
  /^.{0,300}[([](?:image|photo|picture|pic|photo credit|image credit|credit|crédit|bild|foto|fot\.|фото|φωτο(?:γραφία)?|صورة)s?\s*[:：/][^)\]]{0,80}[)\]]\.?$/iu,
  /^.{0,300}\((?:AP|AFP|Reuters|EPA|Getty|PAP|Photo by|Photo courtesy)\b[^)]{0,80}(?:photo|images?|via|\/)[^)]{0,60}\)\.?$/iu,
  /^(?:FILE|FICHIER|ARCHIVE|ARCHIVO)\s*[-–—:]\s.{0,310}$/,
  /^in this \p{L}.{0,60}\b(?:file )?photo\b.{0,250}$/iu,
  /^[^.!?]{0,90}[,|/]\s*(?:photo|foto|фото|φωτο(?:γραφία)?|zdjęcie|bild)\s*[:：©][^!?]{0,60}$/iu,
  /^credit\s?…?(?:\.{3})?.{0,80}$/i,
  // asking for something
  /^(?:share|tweet|email|print|save|facebook|twitter|whatsapp|pinterest|linkedin|reddit|telegram|viber|copy link|share (?:this|on|via)\b.{0,60}|partager(?: sur.{0,40})?|imprimer|شارك(?:ها|ه)?(?: على.{0,40})?|مشاركة|طباعة|نسخ الرابط|поделиться.{0,30}|поделитесь.{0,40}|распечатать|udostępnij.{0,30}|podziel się.{0,40}|drukuj|κοινοποίηση.{0,20}|μοιραστείτε.{0,30}|εκτύπωση|teilen|drucken|compartir.{0,30}|condividi.{0,30})$/iu,
  /^.{0,300}click to tweet$/i,
  /^(?:advert|advertisement|advertising|publicité|anzeige|werbung|publicidad|publicidade|reklama|реклама|διαφήμιση|إعلان|إعلانات|sponsored|story continues below.{0,30}|article continues below.{0,30})$/iu,
  /^(?:(?:post|leave|add|write) (?:a |your )?(?:comment|reply)s?.{0,20}|\d* ?comments?|no comments.{0,20}|(?:laisser|ajouter) un commentaire|commentaires?(?: \(\d+\))?|اترك (?:تعليقا|تعليقًا|تعليقك|ردا)|أضف تعليق.{0,5}|التعليقات|kommentare?(?: schreiben)?|comentarios|comentários|(?:dodaj |skomentuj )?komentarz[ey]?|(?:добавить |оставить )?комментари[ий]|σχόλια)$/iu,
  /^(?:sign up|subscribe|abonnez-vous|inscrivez-vous|اشترك|انضم إلى|join our|follow us|suivez-nous|تابعنا|تابعونا|подпи(?:сывайтесь|шитесь)|присоединяйтесь|zapisz się|obserwuj nas|dołącz do nas|śledź nas|ακολουθήστε|εγγραφείτε|κάντε (?:like|εγγραφή)|folgen sie uns|abonnieren sie|síguenos|suscríbete|seguici|iscriviti).{0,160}$/iu,
  /^(?:get|try) .{0,60}\b(?:newsletter|free trial|delivered|app)\b.{0,100}$/i,
  /^(?:rate this|(?:пожалуйста, )?оцените|спасибо[.!,]? ваш[аеу]? (?:мнение|оценка|голос)|oceń (?:artykuł|tekst)|notez cet|évaluez cet|bewerten sie|قي[ّم]+ (?:هذا|المقال)).{0,100}$/iu,
  /^(?:(?:this|our) (?:web)?site uses cookies|we use cookies|ce site utilise des cookies|nous utilisons des cookies|ta strona (?:korzysta|używa)|(?:używamy|korzystamy z) plików cookie|мы используем (?:файлы )?cookie|(?:этот|наш) сайт использует|χρησιμοποιούμε cookies|diese (?:web)?seite (?:verwendet|nutzt) cookies|wir verwenden cookies|(?:يستخدم (?:هذا )?الموقع|نستخدم|نحن نستخدم) ملفات).*$/iu,
  /^(?:this slideshow requires javascript|(?:please enable|javascript (?:is|must be)|veuillez activer|activez) .{0,80}javascript.{0,80}|please enable javascript.{0,80}|javascript (?:is|must be).{0,80}|(?:włącz|включите|ενεργοποιήστε) .{0,40}javascript.{0,80})$/iu,
  /^(?:already a subscriber|(?:this|the full) (?:article|content|story) is (?:for|reserved for|available to|only available to) (?:our )?(?:subscribers|members)|subscribers? only|cet article est réservé (?:à|aux) |(?:il vous reste|reste) \d+ ?% |déjà abonné|(?:pozostało|zostało).{0,8}% (?:artykułu|tekstu)|(?:treść|artykuł) dostępn[ya]|(?:материал|статья|полный текст) доступ|(?:هذا )?المحتوى (?:متاح|مخصص) للمشتركين).{0,120}$/iu,
  /^(?:skip to (?:main )?content|back to top|about the author|about us|contact us|learn more|more info|all rights reserved|tous droits réservés|haut de page|جميع الحقوق محفوظة.{0,60}|все права защищены.{0,80}|wszelkie prawa zastrzeżone.{0,80}|alle rechte vorbehalten.{0,60})\.?$/iu,
  /^(?:copyright|©|\(c\)|ⓒ)\s?.{0,140}$/iu,
  /^(?:tags?|mots[- ]clés|étiquettes|labels?|filed under|categories|catégories?|topics?|الوسوم|وسوم|كلمات مفتاحية|schlagw[oö]rter|теги|метки|рубрики?|tagi|dział|kategorie|ετικέτες)\s*[:：].*$/iu,
  /^(?:reading time|temps de lecture|tempo de leitura|lesezeit|czas czytania|время чтения|χρόνος ανάγνωσης|وقت القراءة|\d+ min(?:ute)?s? read|views|просмотров|wyświetleń|προβολές|المشاهدات|عدد المشاهدات)(?:[\s:：]|$).{0,30}$/iu,
  // what a content system left over: [button link="…"]…[/button], an address alone
  /^\[(\w+)[^\]]*\].{0,200}\[\/\1\]$/,
  /^https?:\/\/\S+$/,
];
const LONGEST_FURNITURE = 320;

const isFurniture = ({ text }: TextBlock): boolean =>
  text.length <= LONGEST_FURNITURE && FURNITURE.some((pattern) => pattern.test(text));

/** Leaves out lines that stand on many pages and say nothing of this one. */
export const dropFurniture = (blocks: readonly TextBlock[]): TextBlock[] =>
  blocks.filter((block) => !isFurniture(block));

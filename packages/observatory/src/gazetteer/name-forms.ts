import { ARTICLE, wordsOf } from './words.js';

/** A name as the folded words to look for. `asWritten`: no form was made up by rule. */
export interface NameForm {
  words: string[];
  asWritten: boolean;
}

/** More forms than this add nothing but chance hits. */
const MOST_FORMS = 48;

/** Before these letters the article takes on their sound: ennasr, az-zitoun. */
const SUN_LETTERS = /^[tdrzsn]/;

/** A written word that begins with such an article: ennasr, azzitoun, elmahatta. */
const WITH_ARTICLE = /^(?:[ea]([tdrzsn])(?=\1)|[ea]l(?=[a-z]{3}))/i;

type Choice = string[];

/** All ways to write a Latin article before a word: apart, joined as el-/al-/l-, taken on by a sun letter. */
const afterArticle = (word: string, first: boolean): Choice[] => {
  const joined = [`el${word}`, `al${word}`, `l${word}`, ...(SUN_LETTERS.test(word) ? [`e${word}`, `a${word}`] : [])];
  // Inside a name people leave the article out (Bab Zitoun); at its head it tells a name from a word.
  return [[ARTICLE, word], ...joined.map((form) => [form.replace(/(.)\1+/g, '$1')]), ...(first ? [] : [[word]])];
};

const choicesFor = (words: readonly { written: string; folded: string }[]): Choice[][] => {
  const choices: Choice[][] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    const next = words[at + 1];
    if (!word) continue;
    if (word.folded === ARTICLE && next) {
      choices.push(afterArticle(next.folded, choices.length === 0));
      at += 1;
    } else if (WITH_ARTICLE.test(word.written)) {
      const rest = wordsOf(word.written.replace(WITH_ARTICLE, ''))[0];
      const forms = rest ? afterArticle(rest.folded, choices.length === 0) : [];
      choices.push([[word.folded], ...forms]);
    } else if (/^ال.../.test(word.folded)) {
      // Maghrebi writing drops the alef of the article.
      choices.push([[word.folded], [word.folded.slice(1)]]);
    } else choices.push([[word.folded]]);
  }
  return choices;
};

const combine = (choices: readonly Choice[][]): string[][] => {
  let forms: string[][] = [[]];
  for (const options of choices)
    forms = forms.flatMap((form) => options.map((option) => [...form, ...option])).slice(0, MOST_FORMS);
  return forms;
};

/** The forms in which a name is to be recognised, the one it is written in first. Empty for a name without letters. */
export const nameForms = (name: string): NameForm[] => {
  const words = wordsOf(name);
  if (words.length === 0) return [];
  const written = words.map(({ folded }) => folded);
  const without = wordsOf(name.replace(/['’‘ʼ`´]/g, ''));
  const made = [
    ...combine(choicesFor(words)),
    ...(without.length === words.length ? [] : combine(choicesFor(without))),
  ];
  const seen = new Set([written.join(' ')]);
  const forms: NameForm[] = [{ words: written, asWritten: true }];
  for (const form of made) {
    const key = form.join(' ');
    if (seen.has(key)) continue;
    seen.add(key);
    forms.push({ words: form, asWritten: false });
  }
  return forms;
};

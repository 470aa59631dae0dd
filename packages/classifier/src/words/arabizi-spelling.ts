/**
 * One spelling for the many in which Arabic is written in Latin letters: «wesskhou», «wsskho» and «weskho» meet. Vowels
 * that come and go are dropped, doubled letters written once, letters that stand for the same sound written one way.
 */
export const arabiziSpelling = (word: string): string =>
  word
    .replace(/ou|oo|u/g, 'o')
    .replace(/ee|i{2,}|y/g, 'i')
    .replace(/sh/g, 'ch')
    .replace(/q/g, '9')
    .replace(/5/g, 'kh')
    .replace(/e/g, '')
    .replace(/(.)\1+/g, '$1');

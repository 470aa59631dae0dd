interface Romanised {
  /** ISO 639-3 */
  code: string;
  sure: ReadonlySet<string>;
  weak: ReadonlySet<string>;
  /** share of the words that must be of the lists */
  leastShare: number;
  /** the same where one sure word speaks alone, and the fewest words of the lists then */
  besideOne: { leastShare: number; fewest: number };
}

/**
 * Languages that people also write in Latin letters, each with words that no European language has in this spelling, and
 * small ones that count beside those. Written by hand; on the samples of ../shared/data/langid they take nothing from
 * another language.
 */
const ROMANISED: readonly Romanised[] = [
  {
    // Urdu; romanised Hindi is written alike and read by the same lexicon.
    code: 'urd',
    sure: new Set(
      'hai hain hein nahi nahin nhi nahein kya bhi tha thi thay raha rahi rahe rahay karo karta karti karte karna karne kuch koi bohot bahut bohat acha achi abhi phir mujhe tujhe hamara hamari tumhara tumhari gaya gayi gaye yaar aur woh yeh mein apni apne apna liye wala wale wali hota hoti hoga hogi kaise kyun kyu aap kabhi kisi sirf lekin agar magar jab uska uski unka iska iski isko usko inko unko inki'.split(
        ' ',
      ),
    ),
    weak: new Set(
      'se ka ki ke ko ne ye wo ho sab log jo to hi na tum hum main par pe kar kr mat kia ap is us mera meri tera teri he hy h k hn ab tak sb jb tm tou toh gi hu py sath sahi baap maa bhai dil bat nai ny kha chal kay hua kis gai bna yh ly nh bt aik'.split(
        ' ',
      ),
    ),
    leastShare: 0.25,
    besideOne: { leastShare: 0.4, fewest: 2 },
  },
  {
    code: 'mkd',
    sure: new Set(
      'vo kje deka ovaa ovie onie mnogu lugje luge zosto zoshto shto beshe bese neshto nesto koga sekoj sekoja nekoj nekoi edna eden site nie vie tie jas sme bidejki bidejkji poveke povekje ushte uste sto toa ova togash togas sekogash sekogas nikogash nikogas denes vcera makedonija makedonski sakam sakame moze moze treba imame nemame kazal rece pak ednas isto bidat bide bidi'.split(
        ' ',
      ),
    ),
    weak: new Set(
      'se na da e od so za gi go ja mu im i ne ke kako samo nema ima kade ama ili koj koja si mi ti ni ve te po do pri bez nas vas'.split(
        ' ',
      ),
    ),
    leastShare: 0.35,
    besideOne: { leastShare: 0.5, fewest: 3 },
  },
];

/** Later words say nothing new. */
const MOST_WORDS = 60;
/** The language of Latin letters that is usually written in others, `urd` or `mkd`; undefined for all else. */
export const romanised = (words: readonly string[]): string | undefined => {
  const length = Math.min(words.length, MOST_WORDS);
  for (const { code, sure, weak, leastShare, besideOne } of ROMANISED) {
    const seen = new Set<string>();
    let listed = 0;
    for (let at = 0; at < length; at++) {
      const word = words[at] ?? '';
      if (sure.has(word)) seen.add(word);
      else if (!weak.has(word)) continue;
      listed += 1;
    }
    if (seen.size === 0 || listed < leastShare * length) continue;
    if (seen.size >= 2 || listed >= Math.max(besideOne.fewest, besideOne.leastShare * length)) return code;
  }
  return undefined;
};

import type { KnownWord } from './known-words.js';

/** Arabic in Latin letters, by dialect: words that no European language has in this spelling. */
const TELLING: Readonly<Record<'ary' | 'apc' | 'arz', string>> = {
  ary: 'wach wax wash kifach kifash 3lach 3lash alach fin finek chno chnou chnowa chkoun chkon chhal ch7al dyal dial diali dyali dyalk dyalek dyalo dyalou dyalna dyalkom dyalhom dialna dyl daba dabba bzaf bezzaf bezaf hadchi hadshi hadxi had hadi hado hadou hadok hadouk hadak hada dak dik dok douk dakchi walo walou wakha waxa wa5a wkha mazal mazala ghadi gha ghi ghir ghayr rah raha rani rak raki rahom rahoum kayn kayna kaynin makaynch makayn kan kant kano kanou knt kent kont kenti bghit bghiti bgha baghi baghya bghina mabghitch mabghitich nta nti ntina ntoma ntouma hna 7na hia hiya howa huwa houma homa ana lina lik liha lih liya lya lihom fik fih fiha fikom fihom m3a m3ak m3aya m3ah m3ana 3la 3lik 3lih 3liya 3lina 3nd 3end 3ndi 3ndo 3ndou 3ndek 3ndna bach bax bash bla blach ila ola wla wela walakin walakine 7it hit 7ta hta tta chi xi shi chwiya chwia shwiya chouia zwin zwina mezyan mzyan mzian khoya khouya akhoya khti sahbi sa7bi s7abi lah llah allah wallah walah inchallah nchallah hamdolah lhamdolah yak yalah yallah yla aji ajiw sir siri siro sirou safi saf bhal b7al f7al fhal kolchi koulchi kolchy ga3 wahd wa7ed wahed w7ed jouj joj nhar lyoum lyouma lbare7 lbareh ghda ghedda dima darori khas khass khassni khassna khasshom khasni khask lazem hit hitach 7itach matkhafch ma3andich m3andich ma3ndich maymkench ymken imken imta fo9 ta7t wra 9dam mor mour men mn dar lblad bled lmdina l7ouma hchouma 7chouma 3ib zid zidi kml tfou baraka barka zaama za3ma hhh hhhh kifma kima mnin mni mli fash fach dir diri nmchi ymchi tmchi mchit mcha mchina gal galik golt glt gult nchof chouf chof choufi kat tay kaydir kaygoul kaygol drari lwlad bnat weld wld bent lmaghrib maghrib had fhad bhad hadik whd ikon ykon tkon nkon yji tji nji jit jat ja jaw jaya jay hwa hya achnou achno ochno ohna ana2 ochi bch drt derti dert drna khra zawina zouina tachi wahda ohda khdam kheddam khdama odayr dayr dayra ndir diroh siftili sift jib jibou jibo tjib ywsel koun koula koul knti kichof mra lwalid lwalida khtak khtek oukhti nkhrjo nkhrj ntmna mosab tlata rbe3a lohih sejlih kddab kdab msian mzyana tmak flan wadifa mcha ou tri9 gher gha lmohim wasel kijib tchof nchofo bnti wldi wladi tani labs khaft mandek fwladi flmjer makay lli lla hhhhh smya xwiya twiya kri krit flouss flous lflous lkora lmatch nass nas lghorba bghaw kml khdma lkhedma khedma makla lmakla makaynach 3afak 3afakom bslama lhadba lmahatta kidayr kidayra labas bikhir chokran chukran tbarkallah tbarklah mashi machi walou wayli hak hanta hahowa oho iwa ewa ayeh ayh wah ah',
  apc: 'shou shu sho kifak kifik kifkon hala2 halla2 hal2 hayda hayde haydi hek heik heke ktir kteer leh leish lesh laysh baddi baddak badde bade badak bedde bedi bdik yalla habibi habibti mni7 mnih mnee7 hon honik kamen bas enta enti enno inno ana 3am la2 eh 7abibi sahtein law3am wayn wen shway chou kel kelna kello metel mitl ra7 rah 7ada khalas tfaddal ya3ni 3anjad bukra mbere7 fi mafi ma3ak 3ande 3endak',
  arz: 'ezayak ezayek ezzayak 3ayez 3ayza 3awez keda kda awi awy dlw2ty delwa2ty dilwa2ti dah dih msh mesh leh eh eih fein feen da di dol elly elli 7aga 7agat haga ba2a b2a 3shan 3ashan enta enty e7na ehna kaman bgad begad mafeesh mafish bta3 beta3 bta3na na3mel ya3am ya3ni mashy mashi ma3lesh tab lesa lessa aho inharda enaharda bokra embare7',
};

/** A digit that stands for an Arabic letter inside a word with letters. */
const DIGIT_WORD = /^(?=.*[a-z].*)(?=.*[2356789])[a-z0-9]{2,}$/;
/** Things with letters and digits that are no Arabizi: 2nd, 3d, 4k, mp3, covid19, b2b, h264, 5g, 10h30. */
const NO_ARABIZI =
  /^(\d+(st|nd|rd|th|e|er|eme|ème|h|am|pm|k|m|km|kg|g|d|x|min|cm|mm|ml|s|p|go|gb|mo|mb|j|ans|px|€)?(\d+)?|[a-z]{1,3}\d+|[a-z]{3,}\d{2,}|\d{2,}[a-z]+|[a-z]\d[a-z]|h1n1|[a-f0-9]{8,})$/;
/** Person prefixes of Maghrebi verbs, negation ma…ch, article l before a consonant. */
const VERB = /^(ka|ta)[nty][a-z0-9]{3,}$/;
const NEGATED = /^ma[a-z0-9]{3,}(ch|chi|sh|x)$/;
const ARTICLE = /^[bfwmd]?l[bdfghjkmnqrstwxz35679][a-z0-9]{2,}$/;
const COMMON_FRENCH_OR_ENGLISH = new Set(['match', 'march', 'macroch', 'tant', 'tantot', 'kayak', 'katy', 'mash']);

const DIALECTS = ['ary', 'apc', 'arz'] as const;

/** Goes through the lists: each word with its dialect, a bit each in the order of DIALECTS. */
export const eachArabiziWord = (take: (word: string, dialect: number) => void): void => {
  DIALECTS.forEach((code, at) => {
    for (const word of TELLING[code].split(' ')) take(word, 1 << at);
  });
};

/** Particles that Darija writes as one letter on its own: the, in, and, of, with. */
const PARTICLE = /^[lfwdb]$/;

/** Words of the list that other languages have too; they count half, and only beside a surer one. */
const SHARED = new Set(
  'tani mosab flan ou master mara koun koul had hit dir men ah fin dar fi kan hna sir ana da di bas rah ra7 eh la bent nas ja hak jay hon bla chi law wen kel shi tab wah lah mor jat bled gha saf dak dik kent kant dima ila ali nta kat tay hia hada zid has lik oho chou fo9 aho hwa iwa leh'.split(
    ' ',
  ),
);

/** Points are counted in tenths, so that sums are exact; what a word says of a dialect in sixtieths. */
export const ONE_POINT = 10;
const PARTICLE_POINTS = 6;
const SHARED_POINTS = 5;
const SHAPE_POINTS = 8;
const ONE_DIALECT = 60;

export interface Arabizi {
  /** `ary`, `apc` or `arz` */
  code: string;
  /** whether there are words that only Arabizi has */
  sure: boolean;
  /** all points, shared words counting half, in parts of ONE_POINT */
  points: number;
}

const isDigitWord = (word: string): boolean => DIGIT_WORD.test(word) && !NO_ARABIZI.test(word);

const [A, B, D, F, K, L, M, T, W, DIGIT_2, DIGIT_9] = [97, 98, 100, 102, 107, 108, 109, 116, 119, 0x32, 0x39];

const isShape = (word: string): boolean => {
  const first = word.charCodeAt(0);
  const second = word.charCodeAt(1);
  // Most words are none of these by their first two letters.
  const may =
    first === L ||
    ((first === K || first === T || first === M) && second === A) ||
    (second === L && (first === B || first === F || first === W || first === M || first === D));
  if (!may) return false;
  return (VERB.test(word) || NEGATED.test(word) || ARTICLE.test(word)) && !COMMON_FRENCH_OR_ENGLISH.has(word);
};

const hasDigit = (word: string): boolean => {
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    if (unit >= DIGIT_2 && unit <= DIGIT_9) return true;
  }
  return false;
};

/** What one word says, in one number: points, whether it is sure, and from bit 5 on six bits a dialect. */
const SURE = 1 << 4;
const FIRST_DIALECT = 5;
const DIALECT_BITS = 6;

/**
 * What a word of the lists says, for `arabiziPoints`.
 * @param dialects that list it, a bit each
 */
export const arabiziOfListed = (word: string, dialects: number): number => {
  const alone = PARTICLE.test(word) ? PARTICLE_POINTS : SHARED_POINTS;
  let said = SHARED.has(word) && !isDigitWord(word) ? alone : SURE | ONE_POINT;
  const share = ONE_DIALECT / ((dialects & 1) + ((dialects >> 1) & 1) + ((dialects >> 2) & 1));
  for (let at = 0; at < DIALECTS.length; at++) {
    if (dialects & (1 << at)) said |= share << (FIRST_DIALECT + DIALECT_BITS * at);
  }
  return said;
};

const arabiziOfOther = (word: string): number => {
  if (word.length === 1) return PARTICLE.test(word) ? PARTICLE_POINTS : 0;
  if (hasDigit(word) && isDigitWord(word)) return SURE | ONE_POINT;
  // The shape of a word speaks for Maghrebi, half as loud as a word of the list.
  return isShape(word) ? SURE | SHAPE_POINTS | ((ONE_DIALECT / 2) << FIRST_DIALECT) : 0;
};

/**
 * How much of a Latin-script text is Arabic written in Latin letters.
 * @param known what the lists know of each word
 */
export const arabiziPoints = (words: readonly string[], known: readonly (KnownWord | undefined)[]): Arabizi => {
  let sure = false;
  let points = 0;
  let [ary, apc, arz] = [0, 0, 0];
  for (let at = 0; at < words.length; at++) {
    const listed = known[at];
    const said = listed !== undefined && listed.arabizi !== 0 ? listed.arabizi : arabiziOfOther(words[at] ?? '');
    if (said === 0) continue;
    if (said & SURE) sure = true;
    points += said & 15;
    ary += (said >> FIRST_DIALECT) & 63;
    apc += (said >> (FIRST_DIALECT + DIALECT_BITS)) & 63;
    arz += (said >> (FIRST_DIALECT + 2 * DIALECT_BITS)) & 63;
  }
  // Where they are level Maghrebi is the likelier.
  const code = ary >= apc && ary >= arz ? 'ary' : arz >= apc ? 'arz' : 'apc';
  return { code, sure, points };
};

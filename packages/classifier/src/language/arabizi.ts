/** Arabic in Latin letters, by dialect: words that no European language has in this spelling. */
const TELLING: Readonly<Record<string, string>> = {
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

const dialectsOf = new Map<string, string[]>();
for (const [code, text] of Object.entries(TELLING)) {
  for (const word of new Set(text.split(' '))) {
    const codes = dialectsOf.get(word);
    if (codes) codes.push(code);
    else dialectsOf.set(word, [code]);
  }
}
const NO_DIALECT: readonly string[] = [];

/** Particles that Darija writes as one letter on its own: the, in, and, of, with. */
const PARTICLE = /^[lfwdb]$/;
const PARTICLE_POINTS = 0.6;

/** Words of the list that other languages have too; they count half, and only beside a surer one. */
const SHARED = new Set(
  'tani mosab flan ou master mara koun koul had hit dir men ah fin dar fi kan hna sir ana da di bas rah ra7 eh la bent nas ja hak jay hon bla chi law wen kel shi tab wah lah mor jat bled gha saf dak dik kent kant dima ila ali nta kat tay hia hada zid has lik oho chou fo9 aho hwa iwa leh'.split(
    ' ',
  ),
);

export interface Arabizi {
  /** `ary`, `apc` or `arz` */
  code: string;
  /** words that only Arabizi has */
  sure: number;
  /** all points, shared words counting half */
  points: number;
}

const isDigitWord = (word: string): boolean => DIGIT_WORD.test(word) && !NO_ARABIZI.test(word);

/** How much of a Latin-script text is Arabic written in Latin letters. */
export const arabiziPoints = (words: readonly string[]): Arabizi => {
  const byDialect = new Map<string, number>([['ary', 0.01]]);
  let sure = 0;
  let points = 0;
  for (const word of words) {
    const codes = dialectsOf.get(word) ?? NO_DIALECT;
    for (const code of codes) byDialect.set(code, (byDialect.get(code) ?? 0) + 1 / codes.length);
    if (isDigitWord(word) || (codes.length > 0 && !SHARED.has(word))) {
      sure += 1;
      points += 1;
    } else if (PARTICLE.test(word)) points += PARTICLE_POINTS;
    else if (codes.length > 0) points += 0.5;
    else if (!COMMON_FRENCH_OR_ENGLISH.has(word) && (VERB.test(word) || NEGATED.test(word) || ARTICLE.test(word))) {
      byDialect.set('ary', (byDialect.get('ary') ?? 0) + 0.5);
      points += 0.8;
      sure += 0.5;
    }
  }
  const [best] = [...byDialect].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? 1 : -1));
  return { code: best?.[0] ?? 'ary', sure, points };
};

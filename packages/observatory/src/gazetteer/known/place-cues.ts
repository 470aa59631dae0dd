import { foldedSet } from './folded-set.js';

/** Kinds of quarter, all taken for one word: Hay X, Cité X, حي X and Quartier X are one place. */
export const QUARTER = foldedSet('حي حيّ حومه حومة سيتي hay haï hai 7ay 7ouma houma houmt quartier cite cité quarter');

/** Words for an area as an office knows it: the name is what stands beside them. */
export const OFFICE = foldedSet(
  'municipality municipalité commune arrondissement délégation ward општина opština opstina komuna komunën belediyesi بلديه بلدية مقاطعه مقاطعة جماعه جماعة معتمديه معتمدية عماله عمالة',
);

/** Called by a quarter and known far beyond it: what they announce is no neighbourhood's news. */
export const UNIVERSITIES = foldedSet(
  'جامعه جامعات كليه université universite university universiteit universität univ',
);

/** Words for a street that one language puts where another has its own: Rue Azmi, Azmi Street. */
export const ROADS = foldedSet(
  'rue avenue boulevard bd street road straße strasse straat laan calle شارع نهج زنقة طريق جادة',
);

/** Kinds of streets and squares, called by whatever is honoured: rue de Paris is not in Paris. */
export const STREETS = foldedSet(`
  rue avenue av boulevard bd blvd place square allée allées chemin route cours quai impasse passage porte pont street st road rd lane
  drive way straat laan plein steenweg straße strasse allee calle plaza شارع زنقة نهج طريق ساحة ميدان جادة درب زقاق بوليفار`);

/** Words that announce a place right after them. */
export const BEFORE = foldedSet(`
  احياء حارة حاره محلة محله مخيم كورنيش جسر دوار مستديره مفرق طلعه نزله ضاحيه منطقه منطقة باب شارع ساحه ساحة زنقه زنقة نهج درب سكان شبان ابناء بنات ناس رجال نساء ساكنه ساكنة اهالي اهل ولاد اولاد ناحيه ناحية جهه جهة كارتي ديور
  مسجد سوق محطه محطة مستشفي مستشفى مركز بيوت منازل حارات ازقه محلات قهاوي باص باصات حافلات سرفيس ترام فانات مزارعو سائقو بائعو موظفو طلاب تلاميذ تجار شباب مقاهي شاطئ ميناء جامعه جامعة بريد ملعب ثانويه مدرسه معهد اعداديه كليه مقبره مخفر مستوصف وسط شوارع قرب بقرب حدا قدام
  كوبري حديقه حدائق جنينه غابه مطار ترام ترامواي مترو قسم نقطه كنيسه جامع مصلي عماره عماير برج ابراج مول سينما مسرح مكتبه صيدليه فرن مخبز
  مطعم كافيه قهوه مقهي ورشه مصنع معمل مخازن ثكنه قاعده موقف جراج كراج بلاج شواطئ شط مينا رصيف محكمه دائره سجن روضه ابتدائيه متوسطه
  ثانوي اعدادي مجمع مساكن عمارات بلوك جيران غروب شروق صيادين صيادو بتاع بتوع نتاع انتاع تاع مشروع مستشفيات
  rue avenue boulevard bd place secteur zone faubourg habitants riverains station plage gare lycée marché souk route région
  arrêt tram tramway terminus pont port parc piscine tunnel échangeur commissariat mairie résidence carrefour cimetière hlm traverse montée
  commerçants campus corniche banlieue fac zan9a derb wlad wled ouled oulad
 ville wijk buurt stadtteil ortsteil kiez bezirk quartiers districts neighbourhoods neighborhoods barrio barrios colonia
  район населба населбата улица жителите пазарот banorët lagjja lagja rruga
  district neighbourhood neighborhood area street residents near around soko mtaa barabara wakazi kaya nyumba voisins voisin neighbours општините општината жители градоначалникот route طريق حافله قطار metro bus train barabara`);

/** Words that confirm a place right before them. */
export const AFTER = foldedSet(`
  arcade carnival carnaval parade hall pool office reservoir station baths pub academy primary surgery leisure rec canal allotments precinct crossroads tube tram lido
  constituency councillor councillors cemetery gurdwara synagogue temple takeaway high ltn  quarter district neighbourhood neighborhood area street road estate ward slum slums market station stage residents mall
  shopping centre forest footbridge flyover interchange roundabout bypass houses traders phase plage beach port golf
  neighbors neighbours kids youth women traders cemetery phase municipality people route bars ferry hospital docks grounds mosque church council flats library maternity dumpsite coteaux square`);

/** Prepositions of place; in scripts with capitals a cue only before a word with one. */
export const PLACE_PREPOSITIONS = foldedSet(
  'عند جنب جمب ورا وراء خلف امام مقابل à au aux in at near around dans vers towards between entre chez across outside inside во кај крај в од до низ near në nga te kwa в in im nach bei aus en desde hasta hacia over through throughout via past sur sous devant outside depuis jusqu op naar langs bij tussen auf zum zur beim mtaani',
);

/** "In", in Arabic and in Arabic written with Latin letters, which knows no capitals. */
export const IN = foldedSet('في ف ع f fi fe fel fil 7da janb jamb jenb gamb ganb');

/** Weaker ones: from, to, between, of. */
export const WEAK_PREPOSITIONS = foldedSet(
  'من على الى إلى بين ديال تاع متاع تبع dyal dial mta3 mte3 ta3 taba3 wa ya za cha bel mn men l de du des d of from to by about on b bil bl van von kutoka hadi leave leaves leaving visit visits visiting enter entering quitter visiter habiter habite habitent traverser',
);

/** Going, coming and living, as people write it in Arabic and its dialects: what follows is most often where. */
export const GOING = foldedSet(`
  رحت رحنا رايح رايحه رايحين روح نروح نروحو اروح روحت ماشي مشيت مشينا نمشي نمشيو غادي غاديين جاي جايه جايين جيت جينا نازل نازله
  نازلين نزلت طالع طالعه طالعين واصل وصلت وصلنا رجعت رجعنا راجع راجعه نرجع نعود ساكن ساكنه ساكنين اسكن نسكن نسكنو عايش عايشه دخلت دخلنا
  زرت زرنا rayeh ray7 ray7a ray7in nrou7 ro7t re7t ghadi nemchi mchit mchina jayin nazel tale3 wasel wselt wsalna
  saken sakna sakin seken skna nskon 3ayech 3ayesh naenda nakuja niko natoka
  naishi twende tunaenda tupatane kwenda anaishi`);

/** What happens in a neighbourhood and nowhere in general: fires, thefts, cuts, repairs, openings. */
export const LOCAL = foldedSet(`
  كهربا كهرباء عجقه قواص رصاص طلقات اشكال طوشه شجار مشاجره زعران سرفيس فان مولد مولدات اشتراك جوره مازوت بنزين دكانه قنبله جنازه تشييع احتجاج
  احتجاجات اعتصام دواليب سيول طوفان هدم انهيار انهار سقف سطوح للايجار للبيع بسطات باعه نشال سرقوا طوموبيل كريساج لما الضو الزبل طفح ميكروباص
  توكتوك مشروع كشك عربيات زحام مظاهره مظاهرات مولوتوف مخدرات حشيش اطفائيه مطافي اسعاف دوريه كمين طرولي حومه حومتنا دروج عماره سكنات طرقات
  camion feu fumée tirs rixe agression deal dealers squat cafards chantier ascenseur boulangerie terrasse loyers colocation studio louer
  cambriolage manif braderie brocante vide-grenier kermesse tag tags trottoir trottoirs cantine pompiers sirènes hélico nuisances
  stabbing sirens helicopter roadworks flats rents council mosque chippy takeaway crash cordon tipping graffiti squatters hoardings  protest strike march demo potholes bins litter foxes kids lads neighbour neighbours غروب شروق كلاب زباله زبالة قمامه مجاري حفر حفره ناموس ظلام بلطجيه خناقه
  سكانو حومه حومتي حومتنا حارتنا حارتي مدارس رطوبه بحر كورنيش قهوه مقهي طلبه  صيدليه صيدلية عياده مستوصف مدرسه مطعم مطاعم محلات دكان سوق موقف اهالي سكان حريق حادث حادثه سرقه سرقة انقطاع انفجار اشتباك اطلاق فيضانات امطار مخزن مستودع مصنع عماره عمارة شقه شقة بنايه طريق اشغال ترميم
  تزويد كهرباء ماء زحمه زحمة ازدحام مرور جريح جريحين قتيل معرض افتتاح تدشين بلديه بلدية جيران مداهمه دهم توقيف ايقاف وقفه
  eau pluie orage électricité internet lycée crèche marché souk lotissement drapeau chiens moustiques foire campus bus tram
  pharmacie clinique école restaurant boutique épicerie incendie accident vol fuite coupure panne travaux embouteillage circulation bouchon immeuble appartement appart loyer quartier
  riverains voisins habitants collision fusillade effondrement inondation inondé parking poubelles déchets
  water power light lights road roads stage matatu fare fares demolition clinic hawkers kahraba l9at lma ddo
  pharmacy clinic school restaurant cafe coffee shop shops store market park stairs street building buildings library fire accident robbery theft shooting blackout outage traffic jam flood flooded flooding apartment flat rent landlord neighbours neighbors
  residents burglary collapse potholes sewage garbage moto ajali wizi mafuriko barabara packed crowded flooded demolished evicted gentrified jammed gridlocked cordoned
  bondé bondée inondée bouché bouchée embouteillé démoli démolie bouclé bouclée مزدحم مزدحمه غرقان غرقانه مقطوع مقطوعه مقطوعين пожар сообраќајка гужва струја вода`);

/** Days and months: what follows "in" and is no place. */
export const DATES = foldedSet(`
  january february march april may june july august september october november december monday tuesday wednesday thursday
  friday saturday sunday spring summer autumn winter ramadan christmas easter januar februar märz mai juni juli oktober dezember
  janvier février mars avril juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio
  agosto septiembre octubre noviembre diciembre`);

/** What a ministry is for is no place. */
export const CONCERNS = foldedSet(
  'ministère ministere ministry ministre minister وزاره وزارة وزير wizara министерство',
);

/** Before a name they make it one of a kind: "such a Karen". */
export const ONE_OF_A_KIND = foldedSet('a an such un une هذا هذه هاد');

/** Words that may stand between a cue and the name, or inside it. */
export const SMALL = foldedSet('de du des d la le les l of the a e на ديال mta3 dyal za ya la wa');

import { EVERYDAY_WORDS } from './everyday-words.js';
import { foldedSet } from './folded-set.js';

/**
 * Words of the languages people post in that are also names of neighbourhoods, streets or landmarks somewhere, with the
 * commonest words besides. A name made of them alone counts only beside a cue. Written for Marsad from general knowledge of
 * the languages; Arabic without the article.
 */
const ENGLISH = `
  able about above across after again airbase airport all also always and another any apple arch area army art ash austere
  autumn away back bag baker ball bank bar bare base bath battle bay beach bear beautiful bell best bethel better big bill
  bird black block blue board boat body bond book border both bottom bow box boys branch bread break brick bridge bright
  broad brook brown buck building bull burn bus bush business buy cab call camp camping canal cannon cape capital car card
  care case castle cat cause cedar center central centre chair chance change chapel chase cherry chess child church circle
  city civic class clay clear clearing cliff close club coal coast coffee cold cole college colour come common community
  company control cook cool coral core corner cottage cotton country county course court cove cover creek crest cross
  crossing crown cultural culture custom dale dam dark date dawn day dean deep delight depot desert diamond discovery dish
  district dock dog double down downtown dream dry dune dusk eagle early earth east eastern edge eight elm emerald end
  england enterprise era even evening every eye factory fair faith fall farm fast father fell fence ferry field fight film
  fine fire first fish five flat flower ford forest fort fortune forum foster four fox free freedom friend friendship front
  fruit full future game garden gardens gate gateway general ghost giant gift glen glory go goal gold golden golf good grace
  grand grange grant grass gravel gray great green grey ground grove guard guide gulf hall ham hand happy harbor harbour
  hard harmony harvest hat haven hay hazel head health heart heath heather heaven height heights help heritage hero high
  highland highlands highridge highway hill hills hilltop hold hole holiday hollow holly holy home honey hook hope horizon
  horn horse hospital hot house hub human hundred hunt hunter ice idea imperial independence industrial industry inn inner
  iron island islands isle ivory jet jewel job journey joy jubilee junction jungle just justice key keep kind king kings
  kingdom lady lagoon lake lamp land lane large last law lawn leaf lean level liberty library life light lighthouse lily
  lime line link lion little live local lock lodge long loop lord lost lot love low lower loyal luck lucky main manor maple
  marble march marina market marsh master mat may mayor meadow meadows medal memorial mercy merit mid middle mile mill
  millennium mine mint miracle mission model modern monument moon moor morning moss mother mount mountain mouth museum
  music narrow nation national nature near needle neighbourhood new next nice night nine noble north northern number oak
  oasis ocean office oil old olive one open opera orange orchard order origin outer over overland oxford palace palm paper
  paradise park parks part pass past path patrol peace peak pearl pen people pepper phoenix pier pilgrim pine pink pioneer
  pipeline place plain plains plane plant plaza pleasant plum point polder pole police pond pool poor pop port position
  post power prairie present press pride prince princess prison project promise property prospect prosperity pub public
  pump quarry quarter quay queen queens quick quiet race railway rain rainbow ranch range rapid raven ray ready real rear
  red reef refuge regent regis relief republic reservoir rest revolution rich ride ridge right ring rise rising river
  riverside road rock rocks room root rose round route row royal ruby rush sacred safe sage sail saint salt same sand
  sandy savannah school scout sea second see seven shade shadow shady shop shore short side silver six sky slope small smith
  snow solidarity south southern spa space spring springs square stable stadium staff stage star start state station
  steel step still stock stone store storm stream street strong success sugar summer summit sun sunny sunnyside sunset
  sunrise super swan table tall tea temple ten terminal terrace the theater theatre thorn three tiger time tide top tower
  town township trade trail tree triangle triumph truth tunnel twin two under union unity university up upper uptown
  upton valley value veil victoria victory view villa village vine virgin vision vista wall walk war warm watch water
  wave way wedding well wells west western wheat white wild will willow wind window wine winter wolf wonder wood woods
  woodland word work works world yard yellow young zenith zone`;

const FRENCH = `
  abattoir abattoirs accueil aéroport amitié ami anciens ancien ancienne arbre arc arènes arsenal art artisan artisans
  avenir avenue bain bains banque barrage barrière bas basse basses bassin beau beauséjour belle belles bel bellevue
  belvédère berger bergerie beau séjour blanc blanche bleu bois bon bonheur bord boucherie boulevard bourg bourse bout
  brasserie brigade butte campagne camp canal cap capitale capucine carrefour carrière carrières carré cascade case
  caserne cave cathédrale cèdre centrale central centre cerise cerisier champ champs chance chantier chapelle charbon
  charité charme chasse château châtaignier chemin chêne chênes cheval cible ciel cimetière citadelle cité citronnier
  clair clairière clé cloche clos coeur coin col colline collines colombe colonne commerce comté confluence coopérative
  coq corniche côte coteau coteaux couchant coupole cour cours couronne couvent croissant croix danse dauphin défense
  délices derrière désert deux dieu digue dôme droit droite dune eau eaux école écluse écurie église élysée encore
  enfant enfants entrepôt entrée environnement épargne ermitage escalier espace espérance espoir esplanade est est
  étang étoile étoiles évêché faubourg fer ferme ferry fête feu figuier flamme fleur fleurs fleurie foire fond fontaine
  fontaines force forêt forge fort forteresse forum fosse four foyer fraternité front frontière gare garnison gauche
  gaz glacière gloire golfe grâce grand grande grandes grange gros grotte guerre halle halles hameau harmonie haut haute
  hautes hauts hauteur hauteurs hermitage hippodrome hiver hôpital horizon horloge hôtel huile île îlot indépendance
  industrie industriel industrielle inter jardin jardins jasmin jeu jeune jeunes jeunesse joie jour justice juste lac
  lacs laiterie lavande levant liberté libération ligne lilas lion lis littoral loge long longue lumière lumières lune
  lycée mairie maison maisons mail main marais marché marina marine médina melon ménage mer mère merveille midi mieux
  milieu militaire mimosa mimosas mine miracle moderne monde mont montagne monument mosaïque mosquée moulin moulins mur
  musée nation national nations nature navire neige neuf neuve neuves nid niveau noble noir noire noires nord nouveau
  nouvelle nuage oasis océan oeuvre oiseau oiseaux olivier oliviers ombre or orange oranger orangers ordre orient ouest
  ouvrier paix palais palme palmeraie palmier palmiers panorama paradis parc parcs parking paroisse passage patrie perle
  petit petite petits peuple peuplier phare pierre pin pins place plage plaine plaisance plan plateau plein point
  pointe poisson pommier pompe pont ponts port porte portes poste pré préfecture premier première presse prestige
  prince princesse printemps prison progrès promenade prospérité province puits pyramide quai quartier racine racines
  raffinerie rempart remparts rencontre renaissance repos réservoir résidence résistance réussite rêve rivage rive
  rivière riz roc roche rocher roches roi rond rose roses rouge route royal royale ruche rue ruisseau sable sables
  sacré sagesse saison salut sapin saules savane séjour sel serre siècle soleil solidarité sommet source sources
  soleil solitude sous square stade station sucre sud supérieur tannerie tanneries tanneurs technopole temple terrasse
  terrasses terre théâtre tour tours tramway travail trèfle treize triangle tribunal triomphe trois tulipe tunnel union
  unité universitaire université univers usine val vallée vallon vélodrome vent verger vergers vérité vert verte verts
  vie vieille vieux vigne vignes village villa villas ville virage vue zone`;

const ARABIC = `
  نصر سلام امل رحمه رحمة حريه حرية استقلال وحده وحدة تحرير تضامن تعاون وفاق وفاء اخوه اخوة اخاء محبه محبة الفه الفة
  موده مودة صداقه صداقة عداله عدالة عدل حق حقوق كرامه كرامة كرم شرف عز عزه عزة مجد مجد فخر فداء شهيد شهداء جهاد ثوره
  ثورة نضال كفاح نهضه نهضة تقدم تنميه تنمية نماء ازدهار رخاء سعاده سعادة سعد فرح افراح سرور هناء هدي هدى نور انوار
  ضياء فجر صباح شمس قمر بدر هلال نجم نجمه نجمة نجوم كوكب سماء ارض بحر بحيره بحيرة نهر وادي واد عين عيون ينبوع بئر
  شط شاطئ ساحل ميناء مرسى مرفا مرفأ منار مناره منارة خليج جزيره جزيرة جزر جبل جبال تل تلال هضبه هضبة رابيه سهل صحراء
  رمل رمال واحه واحة غابه غابة حديقه حديقة حدائق بستان بساتين جنه جنة جنان جنات روض روضه روضة رياض مروج مرج زهر
  زهره زهرة زهراء زهور ورد وردي ورديه وردية ياسمين نرجس ريحان نخيل نخله نخلة زيتون رمان تين برتقال ليمون تفاح عنب
  كروم كرمه خضراء اخضر خضر بيضاء ابيض بيض حمراء احمر حمر سوداء اسود سود زرقاء ازرق صفراء اصفر ذهب ذهبي فضه فضة ماس
  لؤلؤ لولوه لؤلؤة جوهره جوهرة مرجان عنبر مسك عطر صخره صخرة صخور حجر احجار رخام حديد باب ابواب سور اسوار قلعه قلعة
  قصبه قصبة قصر قصور برج ابراج دار دور ديار بيت بيوت منزل منازل مدينه مدينة مدن قريه قرية قري حي احياء شارع طريق درب
  زنقه زنقة ساحه ساحة ميدان سوق اسواق محطه محطة مطار موقف جسر قنطره قنطرة نفق دوار ملتقي مفترق مركز وسط قلب شرق غرب
  شمال جنوب شرقي شرقيه شرقية غربي غربيه غربية شمالي شماليه جنوبي جنوبيه اعلي اعلى اسفل فوق تحت جديد جديده جديدة قديم
  قديمه قديمة عتيق عتيقه عتيقة حديث حديثه حديثة كبير كبيره كبيرة صغير صغيره صغيرة طويل طويله عالي عاليه عالية واسع
  جميل جميله جميلة مسجد جامع مساجد كنيسه كنيسة مدرسه مدرسة مدارس كليه كلية جامعه جامعة معهد مستشفي مستشفى مصحه صيدليه
  مكتبه مكتبة متحف مسرح ملعب ملاعب نادي سجن محكمه محكمة بلديه بلدية ولايه ولاية عماله عمالة اقليم مقاطعه مقاطعة بنك
  مصرف فندق مصنع معمل مزرعه مزرعة مزارع حقل حقول ارز قمح مطحنه طاحونه حمام حمامات نافوره ماء مياه نار هواء ريح رياح
  مطر ثلج ربيع صيف خريف شتاء يوم ليل ليله نهار سنه عام شباب فتيان اطفال طفل طفوله طفولة ام امومه رجال نساء شعب
  جمهور عمال عامل فلاح فلاحين صياد صيادين تجار صناع حرفيين معلم معلمين مهندسين اطباء موظفين جنود جيش شرطه امن
  امان سلامه سلامة حمايه نظام قانون وطن وطني وطنيه وطنية دوله دولة جمهوريه جمهورية مملكه ملك ملكي ملكيه ملكية امير
  امراء سلطان خليفه وزير رئيس علم علوم معرفه معرفة حكمه حكمة ادب فن فنون ثقافه ثقافة تراث تاريخ مستقبل حاضر ماضي
  حياه حياة عمر روح نفس قول عمل عمران بناء انشاء اعمار تعمير اشغال صناعه صناعة صناعي صناعيه صناعية تجاره تجارة تجاري
  زراعه زراعة اقتصاد مال اعمال تامين اسكان سكن سكني معرض مهرجان احتفال عيد عرس فوز انتصار بطوله بطولة كاس فتح عوده
  عودة رجوع عبور انطلاق مسيره مسيرة رساله رسالة بشري بشرى بشير خير خيرات بركه بركة نعمه نعمة رزق توفيق نجاح صلاح اصلاح
  فلاح صبر شكر ايمان اسلام دين قران قرآن كتاب قلم مصلي مصلى قدس كعبه مكه حرم اقصي اقصى رضا رضوان غفران توبه توبة رواد رائد
  ابطال بطل فرسان فارس اسد اسود سبع نمر غزال حصان حمامه نسر صقر عقاب طير طيور سمك نحل عسل سكر سكره سكرة ملح زيت خبز حليب
  سهول هضاب تلال غابات انهار رمال صحاري مروج وديان جزر قمم سواحل مدني مدنيه عسكري عسكريه رسميه دوليه عالميه محليه شعبيه اجتماعيه
  شاي قهوه قهوة تشارك مشاركه مشاركة تواصل حوار لقاء اتحاد منزه مطل اطلال منظر منتزه منتزهات كورنيش بناي حبوس اوقاف
  الف الاف مئه خمسه سبعه عشره نصف ربع شكل لون ذوق يد راس رأس عظم قدم وجه حسن حسني احسن افضل اول اولي اولى ثاني ثالث اخير`;

const OTHERS = `
  presqu presquile péninsule isthme anse crique estuaire vallon plaine
  umoja huruma harambee utalii kahawa maringo viwandani mabatini amani uhuru imara daima ziwani mlango kubwa soko shule
  mwenge nyumba barabara furaha upendo bahari pwani mji kijiji maji makao tumaini neema baraka jua nyota mawe kati juu chini
  jamhuri ujamaa maendeleo salama jirani kituo shamba msitu daraja bandari
  centar centri qendra qendër aerodrom aeroport saraj kisela voda nova novi novo stara staro star grad gradski park pazar
  most reka planina pole polje selo naselba ezero more izvor sonce mir sloboda ilinden bratstvo edinstvo prole leto zima
  центар аеродром сарај кисела вода нова нови ново стара старо град парк пазар мост река планина поле село езеро море
  извор сонце мир слобода илинден братство единство зима лето станица болница училиште пат исток запад север југ горно
  долно горна долна чаршија плоштад тврдина железара мајчин дом чаир
  buch mitte wedding westend dorf burg berg tal bach see wald feld garten markt platz kirche schloss hof haus stadt neu
  alt ost west nord süd bahnhof hafen brücke mühle insel strand rosen linden freiheit frieden hoffnung
  dam kiel zuid noord oost west polder donk harmonie hoogte heide dorp centrum kwartier stad haven park brug molen kerk
  markt plein station veld bos berg water zee strand nieuw oud groot klein
  centro norte sur este oeste playa puerto plaza iglesia hermosa bonita esperanza victoria libertad paz sol luna flores
  merkez yeni eski büyük küçük köy şehir bahçe deniz güneş barış umut zafer çarşı çayır saray`;

/** The commonest words of all, which no mistake in typing and no likeness in sound may turn into a name. */
const COMMON = `
  cbd dj tv pc ok hr vip gps sms atm suv
  basta cola coca pepsi tea sugar bread rice pizza sandwich chocolate vanilla mocha java mango banana tomato potato cheese wine
  beer vodka ciao bravo hola amigo siesta fiesta salsa mama papa samba tango latino casino studio mega ultra extra plus max mini
  كولا بيبسي شوكولا بن عصير حليب لبن جبنه بيض لحم دجاج سمك تمر عدس فول خبز كعك بسطه بسطة طاوله كرسي سياره شاحنه هاتف
  صيفي صيفيه شتوي شتويه ربيعي خريفي يومي ليلي شهري سنوي اسبوعي حمرا خضرا بيضا سودا صفرا زرقا بني رمادي وردي طازج ساخن بارد
  حلو مر مالح قوي ضعيف سريع بطيء غني فقير سعيد حزين مفتوح مغلق عام خاص رسمي شعبي محلي عالمي دولي عربي غربي
  the and for are but not you all any can had her was one our out day get has him his how man new now old see two way who boy
  did its let put say she too use that with have this will your from they know want been good much some time very when come
  here just like long make many over such take than them well were what where which while why would could should about after
  again before being between both each even ever every first found great into last little made might more most must never
  only other people right same said second since still their there these thing think those three through today tomorrow
  under until without year years yesterday because against during another something nothing money street police woman women
  children family friend friends school morning evening night week month water light house stop start again please thanks
  les des une est dans pour que qui pas plus par sur avec tout fait mais comme être avoir sont ont cette ces son ses leur leurs
  nous vous ils elle elles même aussi bien sans sous entre après avant encore toujours jamais très trop peu beaucoup quand
  où donc alors car chez contre depuis pendant parce aucun autre autres chaque plusieurs quelque rien tous toute toutes
  aujourd hier demain matin soir nuit jours semaine mois année ans temps gens homme femme femmes hommes enfants police filets
  famille argent prix route voiture bus côtière évitez cherche samedi dimanche lundi mardi mercredi jeudi vendredi merci
  من في على الى إلى عن مع هذا هذه ذلك تلك التي الذي الذين كان كانت يكون تكون لم لن لا ما ماذا كيف متى اين أين هل قد كل بعض
  غير حتى حتي بعد قبل عند عندما منذ بين ثم او أو ان أن إن لكن لان لأن اذا إذا هو هي هم نحن انت انا أنا كما مثل اكثر اقل جدا
  فقط ايضا أيضا اليوم امس غدا الان الآن هنا هناك شيء احد واحد ناس الناس راجل مرا دراري ولد بنت كاين ماكاين ديال ديالي ديالو
  هاد هداك هديك حنا نتا نتي هوما راه غادي كيما بحال باش علاش فين شكون شنو واش بزاف دابا ليوم البارح سكت ساكت قط القط كلب
  قال قالت عاد تاني مزيان خايب زوين برشا توا شنوة علاه وين نحب موش مش تاع متاع كيفاش قداش بلاصة بلاصتو بلاصتي خدام خدامة
  sket skout 7ta hta lkol kol koulchi kolchi dyal dial mta3 wach wash fin chno kif ktar bzaf daba lyoum ghir rah homa 7na hna
  nta nti ana kayn makaynch mazal 3la m3a walo chi had hadi hadchi barcha taw chkoun fama famma mouch nes el3bed ya3ni
  na ya wa kwa ni si la cha vya za katika hii hiyo huyo watu mtu sana leo kesho jana sasa bado kila wote yake yangu wako hapa
  еден една сум сме сте сите како што кој која дека само уште денес утре вчера луѓе нема има беше ќе биде овој оваа тоа`;

/** Whether a folded word, Arabic without its article, is also a plain word. */
export const PLAIN_WORDS: ReadonlySet<string> = foldedSet(ENGLISH, FRENCH, ARABIC, OTHERS, COMMON, EVERYDAY_WORDS);

import { foldedSet } from './folded-set.js';
import { HONOURED_PERSONS } from './honoured-persons.js';

/** Given names and family names that are common where Marsad is used, as far as neighbourhoods are called by them too. */
export const PERSON_NAMES: ReadonlySet<string> = foldedSet(
  `
  عامر محمد احمد محمود حسن حسين حسان علي عمر عثمان خالد سعيد سعد يوسف ابراهيم اسماعيل موسي عيسي يعقوب داود سليمان كريم رشيد
  مصطفي مصطفى عبد عبدالله عبدالرحمن عبدالعزيز عبدالكريم طارق زيد زياد وليد فيصل فهد سلطان ناصر ماجد منصور مراد انور امين
  فاطمه فاطمة عائشه عائشة خديجه خديجة مريم زينب زهراء سعاد نادية ناديه ليلي ليلى سلمي سلمى هند نور امينة هدى منى سميرة
  جمال كمال جلال نبيل سامي سمير منير امير بشير نذير ادريس اسامه حمزه حمزة بلال ياسين طه انس ايمن عادل فؤاد رضا رضوان
  مولاي بن ابن بو ابو ام بنت آل الحسني المحمدي الادريسي العلوي الفاسي البكاي بنكيران حسني محمدي
  mohamed mohammed muhammad mohammadi mohammedi ahmed mahmoud hassan hassani hussein hussain hussein houcine ali omar othman
  othmane khalid khaled said saad youssef yusuf brahim ibrahim ismail moussa issa yacoub yakoub karim rachid mustapha mustafa
  abdullah abdallah abdelkader abdelkrim abdelaziz abdel tarik tarek ziad walid faisal fahd sultan nasser majid mansour mourad
  anouar amine fatima fatma zahra aicha khadija mariam meriem zineb souad nadia leila laila salma hind amina houda mouna samira
  jamal kamal jalal nabil sami samir mounir amir bachir driss idriss oussama hamza bilal yassine anas ayman adil fouad reda
  ariana lafayette omrane bechir hassine rachida moulay
  valentine valentin stanley cleopatra victoire hugues eugène eugene gustave marcel lucien henri gaston rené albert alphonse auguste
  émile edmond fernand raymond roland guy yves yvonne simone odette colette jeanne marguerite lucie adèle hélène irène solange solène
  maxime antoine thibault baptiste quentin romain kevin enzo mathis noémie océane inès manon élodie aurélie céline estelle
  joël pascal serge didier thierry bruno gilles denis régis loïc yann gaël erwan fatou mamadou moussa awa aminata
  madeleine ariane geneviève bernadette monique jacqueline denise ginette huguette christiane danielle brigitte annick josiane nicole
  véronique corinne valérie sandrine karine delphine virginie laetitia audrey émilie mélanie amandine marion justine pauline clara
  inès lola jade zoé anaïs margaux charlène ophélie noëlle agnès blanche thérèse germaine berthe léontine fernande albertine
  julien cédric fabrice franck sébastien arnaud damien jérôme ludovic mickaël stéphane olivier cyril florent benoît xavier
  grégory anthony jordan dorian tristan axel corentin gaspard basile achille anatole ambroise barnabé fiacre sylvestre isidore roch
  kate bob tom tim sam ben dan joe jim bill ted fred ned rob ron ken des len sid stan ray reg vic walt ernie bert alf wilf
  lizzie maggie meg peggy polly dolly sally nell nora flora rosie josie millie tilly hattie lottie elsie annie jenny penny wendy mandy
  gillian hilary marian muriel mavis olive phyllis rita vera violet yvonne zoe abby becky cathy debbie fiona gwen imogen jemima
  ollie toby felix jasper rupert giles hugo miles barnaby clive derek desmond dominic edgar edwin ernest geoffrey gilbert gordon
  harvey herbert howard humphrey ivan ivor jonah lionel malcolm marvin maurice melvin mervyn neville norman percival quentin ralph
  randolph reginald rodney ronnie rory rowan rufus russell sidney spencer stefan terence theodore timothy trevor vernon victor vincent
  wallace wilfred winston
  oscar alfie archie freddie harry alfred percy perry barry nigel gareth rhys dylan ewan callum lewis ross stuart duncan angus fergus
  daisy poppy ellie molly katie gemma hayley chelsea paige jodie kerry tracey sharon beryl doreen maureen winifred edith ethel
  karen linda mary john james robert michael david william richard thomas charles joseph daniel paul mark george kenneth
  kevin brian edward ronald anthony jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon
  benjamin samuel gregory frank alexander patrick jack dennis jerry tyler aaron jose adam nathan henry douglas peter zachary
  kyle walter harold jeremy ethan carl keith roger arthur terry sean austin noah lawrence jesse joe bryan billy jordan albert
  dylan bruce willie gabriel alan juan logan wayne roy ralph randy eugene vincent russell louis philip bobby johnny bradley
  patricia jennifer elizabeth barbara susan jessica sarah lisa nancy betty sandra margaret ashley kimberly emily donna
  michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia dorothy amy kathleen angela shirley brenda
  emma anna pamela nicole samantha katherine christine helen debra rachel carolyn janet maria catherine heather diane olivia
  julie joyce victoria ruth virginia lauren kelly christina joan evelyn judith andrea hannah cheryl jacqueline martha madison
  teresa gloria sara janice ann kathryn abigail sophia frances jean alice judy isabella julia grace amber denise danielle
  marilyn beverly charlotte natalie theresa diana brittany doris kayla alexis lori marie rose beth jane
  smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez wilson anderson taylor moore
  jackson martin lee perez thompson white harris sanchez clark ramirez lewis robinson walker young allen king wright hill
  torres nguyen green adams baker nelson hall rivera campbell mitchell carter roberts kennedy lincoln washington jefferson
  madison monroe grant cleveland wilson hoover truman clayton cole hale speer windsor chaffee kenwood burnside pullman chatham
  edison fuller sheridan sherman humboldt garfield mckinley zimmerman koch mowlem hamza lindi california-schmidt
  pierre jean jacques michel alain philippe bernard andré françois laurent nicolas olivier christophe daniel gérard guillaume
  gauthier gautier racine victor hugo molière voltaire pasteur foch clemenceau mozart chopin anne sylvie nathalie isabelle
  catherine martine sophie claire camille julie manon léa chloé
  sami carla nada rami elie tony georges nicolas charbel maroun nadim ghassan imad hisham wissam jad lina maya rola giuseppe marco anna maria paolo luca ivan petar stefan ana elena marija jovan blerta arben ilir besa
  jomo kenyatta odinga kibaki moi njoroge kamau mwangi wanjiku otieno ochieng akinyi wambui njeri kariuki maina mutua wafula
  gjorče gjorce petrov karpoš karpos goce delčev delcev dame gruev jane sandanski nikola vapcarov saraj
  ѓорче петров карпош гоце делчев даме груев јане сандански никола скендербег skenderbeu skenderbeg
  hans karl friedrich wilhelm otto heinrich brederode willibrordus
  matthias alfred andreas jürgen klaus günther günter dieter wolfgang manfred helmut gerhard uwe jens sven lars stefan stephan
  tobias florian sebastian christoph ulrich rainer holger torsten thorsten ralf bernd detlef horst rolf erich ernst kurt fritz
  ludwig johann johannes georg gottfried theodor rudolf oskar emil felix moritz lukas jonas niklas leon finn sabine petra monika
  ursula renate gabriele birgit heike anja katja susanne claudia silke ingrid helga gisela brigitte anke jutta lena leonie mia
  hannes jan joris wouter pieter dirk koen bart geert lieve els griet an jef louis
  carlos luis miguel javier pedro pablo manuel fernando ricardo alejandro diego sergio roberto eduardo rafael francisco antonio
  mario enrique andrés jorge raúl óscar guadalupe rosa carmen lucía josé juana ximena alejandra gabriela daniela valentina
  giovanni giulia francesca alessandro matteo lorenzo chiara
  mehmet mustafa ahmet ayşe fatma emine hatice murat hakan emre burak cem deniz elif zeynep
  aleksandar dragan zoran goran dejan bojan vladimir milan nenad jelena ivana biljana vesna snežana
  agim bujar ilir edi arta drita shpresa valon fatmir hashim
  wangari muthoni nyambura atieno adhiambo achieng anyango kiprotich kipchoge cherono chebet mutuku musyoka juma rashid salim
  amina halima zainab fatuma mwanaisha
  ameur yassin yasser ilyas elias zouhair zoheir nizar hicham issam wael bassem hatem jawad imed riad lotfi chokri ramzi haitham
  moez walid skander aymen wassim nizar slim habib bechir hedi tahar salah taoufik tawfik mongi moncef noureddine nour salem salim
  rania rim reem sarah hala dina nawal siham sanae imane asma hajar soumaya halima latifa malika naima samia sonia wafa amal
  fadi samer maher bassam marwan khalil toufic michel antoun boutros hanna elie joseph charbel rita rana lara nisrine
  patrick sean liam emma owen connor ian graham nigel simon oliver hugo arthur lucas theo léo jules gabriel raphaël louise
  ياسر الياس رامي زهير نزار هشام عصام وائل باسم حاتم جواد عماد لطفي شكري رمزي هيثم معاذ شادي فادي سامر ماهر بسام مروان خليل
  ايلي جورج طوني شربل ميشال رانيا ريم ساره سارة هاله دينا نجوي نوال فاتن سناء ايمان اسماء هاجر سميه رقيه حليمه لطيفه مليكه
  نعيمه ساميه سونيا وفاء صالح الطاهر الحبيب الهادي البشير توفيق المنصف نورالدين سالم سليم زكريا يحيي يونس هارون معتز قاسم
  جعفر كاظم عباس حيدر صادق
  غسان بهاء علاء ضياء هاني هيثم ايهاب ايهاب ممدوح مجدي صبري شوقي رفعت عصمت مدحت طلعت نجيب فريد وحيد لؤي قصي عدنان مروان نعيم وديع
  سهيل زكي رياض فوزي فتحي عزت حلمي كمال رجب شعبان رمضان خميس جمعه سيد عبده عزمي رشدي حمدي فهمي لطفي شكري وجدي مجيد حميد رشاد زهران
  شريف حسام وسام تامر كرم باهر ماهر جابر بشار نضال كفاح جهاد ثائر مهند مؤيد اياد زيدان عدي ليث براء اويس معاويه طلال بندر تركي سلمان مشعل
  نايف متعب عبدالقادر عبدالحميد عبدالمجيد عبدالناصر بوعلام قدور بوزيد جيلالي ميلود هواري العربي الطيب بلقاسم مسعود عمار رابح لخضر عاشور
  سمر سحر عبير غاده رشا داليا شيماء اسراء ايات ولاء دعاء اميره نهي نهى مي ميرنا يارا لينا تالا جنى ريتا رولا غنوه هنادي خلود نجلاء نادين
  فيكتور جورج جان بيار بول شارل لويس لويز انطوان جوزيف ميشيل نيكولا ستانلي كليوباترا نابليون شكسبير فولتير`,
  HONOURED_PERSONS,
);

/** What ties a person's name to the father's or the family's, where it stands right after a name. */
export const PATRONYMICS: ReadonlySet<string> = foldedSet('ben bin ibn bint ould van von بن بنت ولد');

/** Words before a person's name. */
export const TITLES: ReadonlySet<string> = foldedSet(`
  maréchal amiral commandant lieutenant sergent chancelier marshal admiral commander sergeant chancellor archbishop inspector
  gardien attaquant défenseur buteur arbitre rappeur rappeuse humoriste footballeur entraîneur coach keeper striker rapper comedian
  historian historien historienne avocat avocate lawyer romancier philosophe peintre painter novelist bienheureux bienheureuse
  المارشال الحارس المهاجم المدافع الممثل الممثله المخرج المورخ الروائي الاديب العالم الطبيب الداعيه الامبراطور الخليفه
  mgr mr mrs ms miss dr doctor docteur prof professor professeur sir lord lady king queen prince princess princesse president
  président minister ministre senator sénateur governor gouverneur mayor maire captain capitaine general général colonel
  justice judge juge pastor pasteur father père imam sheikh cheikh monsieur madame mme mlle hrh sar maître roi reine sultan
  duc duchesse comte comtesse vicomte baron baronne chevalier abbé cardinal évêque pape duke duchess earl count bishop herr frau señor señora don doña sra fräulein hanım aunt uncle oncle tante brother frère sister soeur cousin friend ami amie mwalimu bwana mama mzee mheshimiwa singer chanteur
  député mp mca marquis actor actress acteur actrice writer écrivain poet poète saint
  رايس الرايس القديس القديسه مار السيد السيده السيدة سيدنا الاستاذ الاستاذه الدكتور الدكتوره الشيخ الامير الاميره الملك الرئيس الوزير النائب الحاج
  الحاجه الفنان الفنانه الكاتب الكاتبه الشاعر اللاعب المدرب القائد الشهيد الامام المرحوم المرحومه الاخ الاخت عمي خالي
  الصحفي الصحفيه المطرب المغني المهندس الجنرال العقيد السلطان البطل القاضي المحامي امير حنبعل
  господин госпоѓа доктор професор министер градоначалник војвода револуционер револуционерот цар крал кнез поет
  zoti zonja doktor profesor ministri kryetari`);

/** What persons do, right after their name. */
export const DOINGS: ReadonlySet<string> = foldedSet(`
  said says told tells spoke speaks wrote writes sings sang scored played plays married died born ruled wants thinks knows
  asked asks announces announced wins won lost led leads was is has will explains funded attended visits goes went loves hates
  dit déclare affirme explique raconte chante joue gagne marque signe défend témoigne interpelle confie écrit pense veut
  drove took made came ran bought sold left stayed cried laughed smiled baked cooked danced painted built founded invented
  habitait naquit mourut vécut peignait composa fonda oublié
  مات ماتت استشهد عاش عاشت ولد ولدت الف غلب حكم حكمت
  قال قالت صرح صرحت اكد اكدت اعلن اعلنت يقول تقول كتب كتبت غني غنت لعب سجل فاز توفي توفيت تنال تغني يغني تطلق يطلق
  бил била рече изјави напиша alisema amesema akasema anasema asema`);

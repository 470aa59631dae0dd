/**
 * Words for things of every day: food, animals, plants, clothes, the house, tools, the body, what people do to things.
 * Neighbourhoods and squares are called by them too (La Pomme, Le Panier, القبة), and then count only beside a cue.
 * Written for Marsad from general knowledge; Arabic without the article.
 */
const FRENCH = `
  pomme pommes poire poires pêche abricot figue figues raisin melon pastèque fraise fraises citron citrons noix noisette amande
  amandes châtaigne marron cacao café thé miel lait beurre fromage oeuf oeufs pain baguette gâteau tarte crêpe soupe salade
  carotte oignon oignons ail tomate tomates patate patates haricot haricots lentille lentilles viande boeuf veau agneau porc
  poulet canard dinde jambon saucisse merguez couscous huître huîtres moule moules crabe homard thon sardine sardines vin bière
  sirop panier paniers corbeille bouteille verre assiette couteau couteaux fourchette cuillère casserole poêle marmite four
  frigo table tables chaise chaises lit lits lampe bougie miroir tapis rideau coussin couverture armoire tiroir clou clous
  marteau scie échelle corde cordes ficelle aiguille épingle bouton boutons chemise chemises pantalon jupe robe robes manteau
  veste chapeau chapeaux bonnet gant gants écharpe chaussure chaussures botte bottes sandale ceinture sac sacs valise malle
  malles parapluie montre bague collier chien chiens chat chats souris rat rats cheval vache vaches taureau chèvre mouton
  moutons âne cochon lapin lièvre renard renards loup loups ours cerf biche sanglier écureuil hérisson corbeau pie merle
  hirondelle hirondelles alouette cigogne héron pigeon pigeons mouette mouettes aigle faucon hibou abeille abeilles fourmi
  papillon grenouille tortue serpent lézard escargot chartreux violette violettes muguet lilas iris lys pivoine tulipes
  coquelicot marguerite bruyère genêt genêts fougère lierre houx buis tilleul tilleuls platane platanes érable frêne bouleau
  orme ormes acacia acacias cyprès sapins mélèze noyer pommiers cerisiers tête cheveux oeil yeux nez bouche dent dents langue
  oreille oreilles cou épaule bras coude doigt doigts ventre dos genou genoux jambe jambes pied pieds peau sang os
  cloches clocher horloge cadran boussole ancre voile voiles rame rames barque barques bateau bateaux radeau filet hameçon
  charrette brouette roue roues vélo vélos moto camion camions tracteur train trains avion avions fusée ballon ballons jouet
  poupée cartable cahier crayon gomme règle ardoise tableau livre livres page pages lettre lettres timbre enveloppe journal
  journaux chanson chansons tambour flûte violon guitare danseuse pièce pièces billet billets bourse monnaie caisse prix
  jette jetez lance lancez tire tirez pousse poussez coupe coupez lève levez baisse laisse laissez donne donnez prends prenez
  mets mettez tourne tournez ferme fermez ouvre ouvrez passe passez garde gardez attrape cours courez marche marchez saute
  climat lanterne lanternes trinité musicien musiciens rouet quenouille golf tennis rugby souci soucis plaisir plaisirs repos détente surprise caprice noël pâques toussaint carnaval midi minuit sieste déjeuner dîner goûter apéro pause congé congés jour-là blanc blancs noirs bleus rouges verts jaune gris
  vif vive calme douce doux dur dure fort forts faible riche pauvre heureux heureuse triste fier fière franc franche
  planteur planteurs tanneur potier potiers vannier meunier boulanger boucher pêcheur pêcheurs chasseur berger bergers vigneron
  jardinier marin marins soldat soldats moine moines prêtre évêque abbé abbaye ermite pèlerin pèlerins saint sainte saints`;

const ENGLISH = `
  carnival letter parade pear plums peach melon lemon orange grape fig almond walnut hazelnut chestnut honey butter cheese egg eggs cake pie soup
  salad carrot onion garlic beans beef lamb pork chicken turkey duck ham sausage oyster crab tuna sardine wine beer basket
  bottle glass plate knife fork spoon pan pot oven fridge tables chairs bed beds mirror carpet curtain blanket cupboard drawer
  nail nails hammer saw ladder rope string pin button shirt trousers skirt dress coat jacket glove gloves scarf shoe shoes
  boot boots belt bag bags suitcase umbrella watch ring necklace dogs cats mouse rat pig pigs cow cows bull goat sheep donkey
  rabbit hare badger otter squirrel hedgehog crow magpie robin lark swallow stork heron pigeon gull falcon owl bee bees ant
  butterfly frog turtle snake lizard snail violet iris daisy poppy heather fern ivy birch ash elm willow cypress acacia eyes
  nose mouth teeth tongue ear neck shoulder arm finger belly back knee knees leg legs foot feet skin blood bone bones clock
  compass anchor boat boats raft net hook cart wheel wheels bike bikes truck tractor train trains plane planes rocket toy doll
  notebook pencil eraser ruler slate letter letters stamp envelope newspaper song songs drum flute violin guitar dancer coin
  coins ticket tickets cash till price noon midnight lunch dinner snack nap yellow grey gentle calm soft tough weak strong rich
  poor happy sad proud frank potter weaver baker butcher fisher sailor soldier monk nun priest hermit pilgrim moss bog fen
  heath marsh ditch hedge gate lane mews croft copse spinney warren barn shed stile kiln forge smithy mill weir lock tow
  throw pull push cut lift drop leave give take put turn close open pass keep catch run walk jump barred jewellery`;

const ARABIC = `
  مناخ عنصر عناصر غولف طقس قبه قبة قباب تفاحه اجاص خوخ مشمش بطيخ شمام فراوله موز جوز لوز بندق كستناء عسل زبده بيضه خبزه كعكه شوربه سلطه جزره بصل توم ثوم
  طماطم بطاطا فاصوليا عدس لحمه خروف دجاجه ديك بط ارنب سلطعون سردين تونه جمبري سله قفه زجاجه قنينه كاسه كوب صحن سكين شوكه
  ملعقه طنجره مقلاه فرن ثلاجه طاوله كرسي كراسي سرير مصباح شمعه مرايه سجاده ستاره مخده غطاء خزانه درج مسمار مطرقه منشار سلم
  حبل خيط ابره زر قميص بنطلون تنوره فستان معطف جاكيت طاقيه قفاز حذاء صندل حزام شنطه حقيبه مظله ساعه خاتم عقد كلبه قطه فار
  بقره ثور عنزه ماعز حمار ثعلب ذئب دب غراب بومه نحله نمله فراشه ضفدع سلحفاه افعي حيه عقرب بنفسج شعر عيون انف فم اسنان لسان
  اذن رقبه كتف ذراع اصبع بطن ظهر ركبه ساق جلد دم عظام جرس بوصله مرساه شراع مجداف قارب مركب سفينه شبكه عربه عجله دولاب دراجه
  قطار طياره صاروخ كره لعبه دميه دفتر ممحاه مسطره لوح رساله طابع جريده اغنيه طبل ناي كمان عود نقود تذكره صندوق سعر ظهرا
  ملول ملوله حساس حساسه خجول كسول صبور حنون غيور جسور حداد حدادين نجار نجارين دهان سباك كهربائي خياط خياطين دباغ دباغين
  عطار عطارين نحاس نحاسين صائغ صياغ بناء لحام فران خباز طباخ بستاني راعي رعاه بحار بحري بحريه بريه جويه راهب ناسك حاج حجاج
  منكوب منكوبين منكوبه فقراء اغنياء لاجئ لاجئين نازحين مهجرين غريب غرباء اجنبي اجانب بدو بدوي بداوي عرب عجم عجمي اعجمي نور نوري
  كثير قليل نصف مئه مئتين ميتين الفين عشرين ثلاثين سبعين تسعين ضم فرز جمع طرح قسمه ضرب`;

const DUTCH = `
  appel peer kers noot kaas brood boter melk ei eieren vis vlees kip koe schaap geit paard varken hond kat muis vogel eend gans
  zwaan duif uil bij mier bloem roos lelie tulp boom eik beuk berk linde wilg blad gras laken lakens zavel beurs kussen tafel
  stoel bed lamp kast deur raam muur dak trap kelder zolder emmer mand fles glas bord mes vork lepel pan ketel schoen jas broek
  hemd hoed zak riem ring klok bel oog oren neus mond hand voet been arm hoofd hart zuiden noorden oosten westen middag ochtend`;

/** Everyday words of four languages, for the list of plain words. */
export const EVERYDAY_WORDS = [FRENCH, ENGLISH, ARABIC, DUTCH].join(' ');

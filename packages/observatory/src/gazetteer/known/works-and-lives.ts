import { foldedSet } from './folded-set.js';

/** Works, treaties, battles, goods, rivers and mountains: what is called by a place's name right after them is none. */
export const WORKS: ReadonlySet<string> = foldedSet(`
  fleuve rivière mont lac golfe détroit cap archipel river mount lake gulf strait cape peak ocean نهر
  film films movie novel novels roman romans book livre livres song songs chanson album poème poem poésie série series sitcom
  documentary documentaire playlist podcast opéra musical pièce traité treaty accord accords agreement pact battle bataille siege
  siège peace paix armistice brand marque recette recipe edict édit concile council synode synod proverbe proverb variété syndrome
  hms uss frigate frégate cuirassé navire theorem théorème équation lemma discours oeuvres mémoires biographie biography statue tableau painting roi reine king
  فيلم فلم افلام رواية رواية كتاب ديوان اغنية قصيدة مسلسل مسرحية البوم معاهدة اتفاقية معركة غزوة حصار هدنة مجمع دير ماركة مرض متلازمة
  نظرية موقعة خطاب مقولة فستان`);

/** Goods called by where they come from: vin d'Anjou, Chelsea boots. */
export const GOODS: ReadonlySet<string> = foldedSet(`
  vin vins bière bières fromage fromages moutarde savon parfum saucisson nougat cidre dentelle porcelaine faïence
  wine wines beer beers cheese whisky whiskey gin ale cider boots bun buns sausage sausages pudding sauce biscuits perfume jacket
  sneakers trainers carpet carpets tweed lace pottery sofa bike bikes
  جبنه عسل سجاد عطر حلاوه صابون قماش`);

/** What tells of a person's life or of a saint: around a name that persons bear too, the person is meant. */
export const LIVES: ReadonlySet<string> = foldedSet(`
  born died birthday anniversary century poet poetess novelist writer author painter composer philosopher theologian revolutionary
  explorer martyr patron saints feast prayer pray bishop disciple apostle biography reign emperor pharaoh surname named
  prie priez prions amen seigneur
  héros héroïne hero heroes martyrs مجاهد بطلا شهداء
  naissance décès décédé décédée siècle poète poétesse romancier romancière écrivain auteur autrice peintre compositeur compositrice
  philosophe théologien révolutionnaire explorateur martyr martyre patronne fêtons prénom ermite évêque apôtre disciple évangile
  pèlerinage canonisé échafaud guillotine règne empereur pharaon biographie
  ولد ولدت وفاه القرن شاعر شاعره روائي اديب كاتبه مؤلف رسام فيلسوف قديس قديسه قديسين شهيد استشهد اعتقل اغتيل ملكه فرعون فراعنه
  امبراطور رحمه مذكرات سيره`);

/**
 * Persons after whom cities call quarters, squares and stations: rulers, soldiers, writers, scholars, painters. Alone and
 * without a cue such a name may always be the person. Written for Marsad from general knowledge; folded like every list.
 */
export const HONOURED_PERSONS = `
  gambetta thiers carnot jaurès ferry clemenceau foch joffre leclerc gallieni lyautey bugeaud lamoricière pétain mirabeau danton robespierre
  marat lafayette vauban colbert richelieu mazarin turenne condé sully rohan voltaire rousseau diderot montesquieu molière corneille racine
  boileau balzac zola flaubert baudelaire verlaine rimbaud lamartine chateaubriand michelet stendhal maupassant daudet mistral pagnol proust
  camus sartre péguy éluard aragon prévert pasteur curie lavoisier ampère arago descartes laennec bichat buffon cuvier lamarck monge laplace
  delacroix courbet monet manet renoir cézanne matisse gauguin rodin poussin watteau puget berlioz bizet ravel debussy périer blum mendès
  garibaldi mazzini cavour dante galilée leonardo raphaël michelangelo marconi volta verdi puccini bolivar magellan colomb vespucci cervantes
  goya picasso wellington nelson churchill gladstone disraeli palmerston peel cromwell marlborough shakespeare byron shelley keats wordsworth
  dickens tennyson austen brontë darwin newton faraday watt stephenson brunel turner gainsborough reynolds elgar purcell marx engels gandhi
  nehru mandela nkrumah lumumba sankara senghor bourguiba boumediene allende guevara goethe schiller heine kant hegel leibniz humboldt
  bismarck beethoven bach schubert dürer gutenberg luther rubens vesalius mercator erasmus rembrandt vondel napoléon bonaparte caesar césar
  alexandre ptolémée néron auguste aurelius homère platon socrate aristote archimède pythagore euclide stanley livingstone kitchener
  roosevelt eisenhower franklin hamilton jay adams sherman custer houston dallas
  المتنبي الفارابي الكندي الرازي الجاحظ المعري البحتري الفرزدق عنتره الخنساء ابوتمام البيروني الخوارزمي الادريسي الغزالي الطبري البخاري
  الشافعي الرشيد المامون المعتصم المنصور المهدي الفاروق الصديق بيبرس قطز عرابي زغلول شوقي العقاد المنفلوطي مطران جبران ابوماضي درويش
  القباني قباني بورقيبه بومدين بوضياف عبان المقراني بوعمامه فسيلا السادات فاروق فؤاد الحلبي الافغاني الكواكبي الايوبي يوغرطه ماسينيسا
  هيغو هوغو دوغول ديغول نلسون مانديلا غاندي لومومبا غيفارا كاسترو لينين ستالين قيصر شيزار الاسكندر بطليموس رمسيس نفرتيتي حتشبسوت
`;

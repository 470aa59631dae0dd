import type { SnapshotManifest } from '@marsad/records';

type Told = Pick<SnapshotManifest, 'model' | 'rules'>;

/** A share in percent with at most one decimal. */
const percent = (share: number): number => Math.round(share * 1000) / 10;

const english = ({ model, rules }: Told): string => `# How these figures were made

**What is counted.** Collected public posts that name a neighbourhood or stand for one, by block: whole ISO weeks, just long enough
to pass the publish gate. A post that names two neighbourhoods counts in both, and once in its district and in the city.

**Signals** were found by ${model.name} ${model.version}. They are what the model flags, not how much hate there is. News, research,
prevention and counter-speech about hate are counted apart. Its error was measured in: ${model.measuredLanguages?.join(', ') ?? 'not told'}.

**Corrected shares** allow for the model's error, by labels of a sample of this city's posts or by error rates that were
measured elsewhere (column \`method\`). The interval holds the truth in 95 of 100 cases; where too few labels stand behind it, it says so.

**Three silences**, none of which is nought. *suppressed-primary*: fewer than ${rules.minimumPosts} posts, ${rules.minimumAuthors} authors or
${rules.minimumSources} sources, or one author wrote more than ${percent(rules.maximumTopAuthorShare)} %. *suppressed-complementary*: hidden
because another hidden number could be subtracted from it. *not-collected*: no post came.

**Comparing.** Sources, languages and weeks differ between cities: compare only what was measured alike. Sources that were added or fell
silent move a trend without anybody having said more (\`data/source-events.csv\`).
`;

const french = ({ model, rules }: Told): string => `# Comment ces chiffres ont été établis

**Ce qui est compté.** Les messages publics recueillis qui nomment un quartier ou qui en relèvent, par bloc : des semaines ISO entières,
juste assez nombreuses pour passer le seuil de publication. Un message qui nomme deux quartiers compte dans chacun d'eux, et une seule
fois dans le district et dans la ville.

**Les signaux** ont été relevés par ${model.name} ${model.version}. C'est ce que le modèle signale, non la quantité de haine. Les articles
de presse, la recherche, la prévention et la réponse à la haine sont comptés à part. Langues où l'erreur a été mesurée :
${model.measuredLanguages?.join(', ') ?? 'non indiquées'}.

**Les parts corrigées** tiennent compte de l'erreur du modèle, d'après un échantillon annoté de messages de cette ville ou d'après des taux
d'erreur mesurés ailleurs (colonne \`method\`). L'intervalle contient la vraie valeur 95 fois sur 100 ; s'il repose sur trop peu
d'annotations, c'est dit.

**Trois silences**, dont aucun ne vaut zéro. *suppressed-primary* : moins de ${rules.minimumPosts} messages, de ${rules.minimumAuthors} auteurs ou
de ${rules.minimumSources} sources, ou plus de ${percent(rules.maximumTopAuthorShare)} % d'un seul auteur. *suppressed-complementary* : masqué parce qu'on
pourrait en déduire par soustraction un autre chiffre masqué. *not-collected* : rien n'a été recueilli.

**Comparer.** Les sources, les langues et les semaines diffèrent d'une ville à l'autre : ne comparez que ce qui a été mesuré de la même
façon. Une source ajoutée ou devenue muette fait bouger une courbe sans que personne en ait dit davantage (\`data/source-events.csv\`).
`;

const arabic = ({ model, rules }: Told): string => `# كيف أُعدّت هذه الأرقام

**ما الذي يُحصى.** المنشورات العامة المجموعة التي تذكر حيًّا أو تخصّه، في كتل من أسابيع كاملة (ISO) لا تطول إلا بقدر ما يكفي لاجتياز شروط
النشر. والمنشور الذي يذكر حيّين يُحسب في كلٍّ منهما، ومرة واحدة في المنطقة وفي المدينة.

**الإشارات** رصدها النموذج ${model.name} ${model.version}. فهي ما يرصده النموذج لا مقدار الكراهية نفسها. أما الأخبار والأبحاث وأعمال الوقاية
والخطاب المضاد للكراهية فتُحصى على حدة. لغات قيس فيها خطأ النموذج: ${model.measuredLanguages?.join('، ') ?? 'غير مذكورة'}.

**النسب المصحّحة** تأخذ خطأ النموذج في الحسبان، إمّا بعيّنة موسومة من منشورات هذه المدينة أو بنسب خطأ قيست في مكان آخر (العمود
\`method\`). ويضمّ المجال القيمة الحقيقية في 95 حالة من 100، وإن قلّت الوسوم التي يستند إليها ذُكر ذلك.

**ثلاثة أنواع من الصمت**، ولا يعني أيٌّ منها الصفر. *suppressed-primary*: عدد المنشورات دون ${rules.minimumPosts} أو عدد كتّابها دون ${rules.minimumAuthors} أو
عدد مصادرها دون ${rules.minimumSources}، أو كتب شخص واحد أكثر من ${percent(rules.maximumTopAuthorShare)} % منها. *suppressed-complementary*: محجوب لأن رقمًا محجوبًا آخر
قد يُستنتج منه بالطرح. *not-collected*: لم يُجمع أي منشور.

**المقارنة.** تختلف المصادر واللغات والأسابيع من مدينة إلى أخرى، فلا يُقارَن إلا ما قيس بالطريقة نفسها. والمصدر الذي أضيف أو صمت يحرّك
المنحنى دون أن يقول أحد أكثر من قبل (\`data/source-events.csv\`).
`;

/** `method.md`: how the figures were made, in English, French and Arabic, from what the manifest says. */
export const methodBytes = (told: Told): Uint8Array =>
  new TextEncoder().encode([english(told), french(told), arabic(told)].join('\n'));

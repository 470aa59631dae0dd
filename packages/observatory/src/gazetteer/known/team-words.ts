import { foldedSet } from './folded-set.js';

/** Words that belong to a club's name and stand beside a place in it. */
export const CLUB_WORDS: ReadonlySet<string> = foldedSet(`
  athletics raiders bears giants packers dodgers fc afc cf sc ac as rc fk kf rk sk sporting racing club united city rovers rangers wanderers athletic stars starlets sharks
  hotspurs hotspur lions eagles tigers warriors bulls allstars tas usm wac rca far mas ucam rachad raja wydad union avenir étoile espérance stade
  sports basket basketball volley handball nadi نادي فريق الاتحاد اتحاد نجم شباب رجاء الرجاء وداد الوداد ترجي مستقبل رشاد
  اولمبيك نهضه جمعيه فк рк фк кк жрк ракометарите ракометари кошаркарите фудбалерите shkendija`);

/** Initials that stand before a place in a club's name, in capitals. */
export const CLUB_INITIALS: ReadonlySet<string> = foldedSet(
  'na cr mc mca mco usm usma js jsm jss es ess ca css us uss om ol as asc asm asse rc rca rcs fc afc cf sc ac fk kf kk hac aja gf od co ra wa wac dh moc eb crb asvel lou sm cs',
);

/** Words of sports reports: beside them a place's name is a club's. */
export const MATCH_WORDS: ReadonlySet<string> = foldedSet(`
  lost win won game inning playoffs vs beat beats defeat defeats draw draws drew scored squad coach afcon match penalties fixture league trophy striker
  relégué reléguée relégation promu promue mercato supporters ultras maillot relegated promoted supporters transfer jersey
  bat battre s'incline incline recrute buteur victoire défaite but buts domicile championnat derby score final coupe
  بطل ابطال اللقب لقب كاس الكاس تتويج المونديال
  خسر خسرنا خسرت يخسر تخسر خساره انهزم ينهزم انهزمت تنهزم هزم يهزم يتغلب تتغلب تعادلت نلعب كسب يلاعب كلوب رباعيه ثلاثيه خماسيه كرويه حارس مدرب المنتخب ملعبنا
  مباراه مباراة المباراه مباريات فاز يفوز تفوز تعادل يتعادل هدف اهداف هدفين بهدف بهدفين الدوري ركلات يصعد الترجي الرجاء الوداد البطوله ديربي ضد
  победи победија изгуби славеа натпревар гостување humbi fitoi ndeshjen ndeshje wapoteza mechi`);

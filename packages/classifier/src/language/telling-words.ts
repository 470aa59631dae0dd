import { languageBit } from './languages.js';

/**
 * Small words that are frequent in one language and rare in the others that are told apart. Written by hand; a word
 * shared by two languages is listed for both and counts for both.
 */
const WORDS: Readonly<Record<string, string>> = {
  eng: 'the and is are was were of to in that this with for you your it its not have has had from they their them there what when where which who will would should could can about been just because people how why than then these those here very but our out into only my me she he his her we do does did been being some any more most other also after before over again hate love know think want need good today every nobody somebody everyone everybody everything something nothing dont cant wont doesnt isnt im youre theyre get got going make made never always really much many while against tomorrow yesterday please thanks',
  fra: 'le la les des une est sont était pas que qui dans pour avec sur plus mais vous nous ils elles leur leurs cette ces ses son sa mes mon ma tout tous très être avoir fait faire comme aussi chez quand sans sous entre après avant où donc car puis encore toujours jamais rien bien même ont du au aux et un en ce se ne je il elle on par cest ça été deux peu suis sommes faut veux veut peux vais quoi comment pourquoi merci bonjour demain hier vraiment moi toi celui celle ceux notre votre retard aujourdhui beaucoup',
  spa: 'el los las una unos del es son está están pero para con por como más muy todo todos cuando porque donde también ya sin sobre entre hasta desde hay fue ser este esta esto ese esa eso nos les mi su sus tu y que en lo se al le yo qué ni solo hace puede años tiene había han sido estoy eres soy somos tengo tienes quiero quieres vamos gracias hola mañana hoy ayer siempre nunca algo alguien nadie mejor',
  deu: 'der die das und ist sind nicht ein eine einen einem einer ich du wir ihr sie es mit auf für von dem den des zu zum zur auch aber oder wenn weil dass wie was wer noch nur schon sehr hat haben wird werden kann können mehr nach bei aus über im am als doch diese dieser dieses mich dich uns euch man bis durch um vor sein seine keine bin bist seid danke heute morgen gestern immer nichts etwas jemand niemand alles muss soll',
  ita: 'il lo gli una dei delle della del dello degli nel nella sono non che di è per con come anche ma questo questa questi quello più molto tutto tutti perché dove quando chi cosa ho hai hanno abbiamo stato essere fare mi ti ci si suo sua loro alla alle agli dal dalla dai sul sulla ed io lui lei noi voi già dopo ancora senza',
  por: 'os uma um não é são está mas para com por como mais muito tudo todos quando porque onde também já sem sobre entre até desde há foi ser este esta isso esse essa nos lhe meu minha seu sua você vocês eu ele ela eles nós dos das do da no na ao às pelo pela que em e o ainda tem têm foram seus suas depois mesmo só ou se',
  tur: 've bir bu da de için ile çok ama ne var yok gibi daha olarak olan ben sen biz siz onlar kadar sonra her şey değil mi mı mu en o şu ki diye ya hem ise bile göre beni seni bana sana nasıl neden kim ancak iki tarafından üzerinde olduğu oldu etti',
  sqi: 'dhe të është nuk në me për që një ka kanë si por nga edhe ai ajo ata ato jam je jemi janë kjo ky këto këta shumë mund do duhet unë ti ne ju tij saj tyre më pas kur ku pse po jo çdo këtë atë së i e u pa se kam sepse ishte deri',
  swh: 'na ya wa kwa ni katika za la cha vya kuwa hii huo hiyo hilo sana lakini kama watu yake wao yeye mimi sisi wewe ninyi hapa sasa leo kila yote hata bila pia alisema ambao ambayo ambaye baada mwaka nchi hakuna wote huyu hawa ndiyo siyo kwamba ili au zaidi wake kutoka hivyo serikali si',
  nld: 'de het een en van niet dat die is zijn was op te met voor aan er maar ook om als naar bij door over hij zij wij jullie mijn zijn haar ons dit deze heeft hebben wordt worden kan kunnen nog wel geen meer veel dan tot uit ik je jij ze we moet zou al wat hoe waar',
  ron: 'și este sunt nu un o în pe cu din că care mai la pentru sau dar ce cum când unde foarte toate toți acest această fost avea am ai are au sa său lui ei lor noi voi eu tu el ea de le se a al ale după prin fără până doar fi va',
  cat: 'el els les una uns és són està però per amb com més molt tot tots quan perquè on també ja sense sobre entre fins des hi ha va ser aquest aquesta això que de la i del dels en no al als ens seu seva meu meva nosaltres vosaltres han havia ara només',
  pol: 'i w na z się nie jest to że do o jak ale po co tak za od czy przez dla są był była było być może tylko już jego jej ich ma mam masz też tym tego który która które go mnie ten ta te bardzo kiedy gdzie jeszcze więc u ze oraz przy roku',
  fas: 'است که از این را به در با و برای آن های می بود شد یک خود ما هم یا تا اما اگر هر نیست کرد دارد باید شود کند شده بر آنها من تو او چه چرا بین پس خواهد کرده',
  urd: 'ہے ہیں کے کی کا کو میں سے اور نے پر یہ وہ بھی تو نہیں ہو تھا تھی تھے کہ ایک اس ان ہم آپ کیا کر لیے گیا گئی رہا رہے رہی جو ساتھ اپنے ہوئے ہوں اب',
  ara: 'في من على إلى الى عن أن ان هذا هذه الذي التي ما لا كل لم قد بعد قبل مع أو او بين ثم حتى كان كانت هو هي نحن أنت يا',
  amh: 'ነው እና ውስጥ ላይ ጋር ነበር የ ለ ከ ስለ ግን ወደ ሲሆን ናቸው እንደ አንድ ይህ ያለው ነገር እንዲሁም ሁሉ ጊዜ ብቻ መሆኑን አለ ዓመት ዛሬ በኋላ ይሁን አይደለም',
  tir: 'እዩ ናይ ኣብ ካብ ምስ ድማ ነቲ እቲ ነበረ ከም ንሱ ግን ኣሎ እታ ከምዝኾነ ክሳብ ዝኾነ ናብ ዝበለ ኾይኑ እዚ ነዚ እንተ እዮም ኢሉ ስለ ኣለዎ ድሕሪ ሓደ ዘሎ እውን ወይ ዝነበረ ዘለዉ ኢዩ ማለት',
  mkd: 'и на во да се од за со не е што ќе како го ја ги сум сме сте биде беше бил кој која тоа оваа овој ова но или само многу нема има ако кога каде зошто уште по до при меѓу ние вие тие јас ти тој таа им му и',
  srp: 'и у на да се је су за са од не што који која које као али или само има нема ако када где зашто још по до при ми ви они ја ти он она му им би био била није овај ова ово тај та то ће',
  bul: 'и на в да се от за с не е че ще като го я ги съм сме сте бъде беше бил който която това тази този но или само много няма има ако кога къде защо още по до при ние вие те аз ти той тя им му са',
  rus: 'и в не на что с он она они я ты мы вы это как по но к у из за от то так же бы был была было были для о все её его их мне меня тебя нас вас только ещё уже если когда где почему или нет да чтобы который',
  ukr: 'і в не на що з він вона вони я ти ми ви це як по але до у із за від то так же був була було були для про все її його їх мені мене тебе нас вас тільки ще вже якщо коли де чому або ні та щоб який є',
};

/** Goes through the lists: each word with the languages it tells of, a bit each (language/languages.ts). */
export const eachTellingWord = (take: (word: string, language: number) => void): void => {
  for (const [code, words] of Object.entries(WORDS)) {
    const bit = languageBit(code);
    for (const word of words.split(' ')) take(word, bit);
  }
};

import type { InterfaceLanguage } from '@marsad/records/snapshot';
import type { NarrowTier } from './known-offline.js';

/** What the page says only to readers with an account: not in the catalogues, which everybody waits for. */
export interface TierWords {
  account: string;
  /** the tier that the page shows, in a sentence */
  sees: Readonly<Record<NarrowTier, string>>;
  /** beside an entry that not everybody sees */
  tag: Readonly<Record<NarrowTier, string>>;
  narratives: string;
  narrativesNote: string;
  examples: string;
  noneInWeeks: string;
  otherWeeks: string;
  unreadable: string;
}

export const TIER_WORDS: Readonly<Record<InterfaceLanguage, TierWords>> = {
  ar: {
    account: 'حسابك',
    sees: {
      partner: 'ترى هنا ما يُتاح للشركاء أيضًا.',
      restricted: 'ترى هنا ما يُتاح للشركاء وما هو لفرق المراجعة وحدها أيضًا.',
    },
    tag: { partner: 'للشركاء', restricted: 'لفرق المراجعة' },
    narratives: 'روايات متكررة',
    narrativesNote: 'ما يُقال مرة بعد مرة، بكلمات المحللين لا بكلمات أصحابه؛ ولا يدخل في أي رقم.',
    examples: 'كيف يُقال، معادًا بكلمات أخرى',
    noneInWeeks: 'لا رواية من الأسابيع المختارة.',
    otherWeeks: 'روايات من أسابيع أخرى',
    unreadable: 'تعذّر تحميل بعض ما هو مُتاح لك دون العموم. لا أثر لذلك في الأرقام.',
  },
  en: {
    account: 'Your account',
    sees: {
      partner: 'You see what is shared with partners.',
      restricted: 'You see what is shared with partners and what is for review teams alone.',
    },
    tag: { partner: 'for partners', restricted: 'for review teams' },
    narratives: 'Recurring stories',
    narrativesNote:
      'What is said again and again, in the words of the analysts, not of those who said it; it enters no figure.',
    examples: 'How it is said, told in other words',
    noneInWeeks: 'No story of the chosen weeks.',
    otherWeeks: 'Stories of other weeks',
    unreadable: 'Some of what is open to you but not to everybody could not be loaded. The figures are not affected.',
  },
  fr: {
    account: 'Votre compte',
    sees: {
      partner: 'Vous voyez aussi ce qui est partagé avec les partenaires.',
      restricted:
        'Vous voyez aussi ce qui est partagé avec les partenaires et ce qui est réservé aux équipes de relecture.',
    },
    tag: { partner: 'pour les partenaires', restricted: 'pour les équipes de relecture' },
    narratives: 'Récits qui reviennent',
    narrativesNote:
      'Ce qui se dit encore et encore, dans les mots des analystes et non de ceux qui l’ont dit ; cela n’entre dans aucun chiffre.',
    examples: 'Comment cela se dit, en d’autres mots',
    noneInWeeks: 'Aucun récit des semaines choisies.',
    otherWeeks: 'Récits d’autres semaines',
    unreadable:
      'Une partie de ce qui vous est ouvert, sans l’être à tous, n’a pas pu être chargée. Les chiffres n’en sont pas changés.',
  },
};

import type { InterfaceLanguage } from '@marsad/records';
import type { Role } from './account.js';

/** What the pages around the log-in say. */
export interface LogInWords {
  language: InterfaceLanguage;
  direction: 'ltr' | 'rtl';
  /** the language's own name */
  own: string;
  title: string;
  lead: string;
  name: string;
  password: string;
  logIn: string;
  wrong: string;
  /** @param seconds how long to wait */
  wait: (seconds: string) => string;
  stale: string;
  busy: string;
  accountTitle: string;
  loggedInAs: string;
  role: string;
  roles: Readonly<Record<Role, string>>;
  mayOpen: Readonly<Record<Role, string>>;
  written: string;
  logOut: string;
  back: string;
  audit: string;
  refusedTitle: string;
  refused: string;
}

const ARABIC: LogInWords = {
  language: 'ar',
  direction: 'rtl',
  own: 'العربية',
  title: 'تسجيل الدخول',
  lead: 'هذا المرصد مفتوح لمن له حساب. يضيف الحسابات مَن يدير الخادوم.',
  name: 'اسم الحساب',
  password: 'كلمة السر',
  logIn: 'ادخل',
  wrong: 'اسم الحساب أو كلمة السر غير صحيحين.',
  wait: (seconds) => `كثرت المحاولات الخاطئة. انتظر ${seconds} ثم أعد المحاولة.`,
  stale: 'انتهت صلاحية هذه الصفحة. أعد المحاولة من فضلك.',
  busy: 'يحاول كثيرون الدخول الآن. أعد المحاولة بعد قليل.',
  accountTitle: 'حسابك',
  loggedInAs: 'الحساب',
  role: 'الدور',
  roles: { viewer: 'قارئ', analyst: 'محلل', reviewer: 'مراجع', 'hub-admin': 'مدير المركز الإقليمي' },
  mayOpen: {
    viewer: 'ترى ما هو منشور للجميع.',
    analyst: 'ترى المنشور للجميع وما يُتاح للشركاء.',
    reviewer: 'ترى المنشور للجميع وما يُتاح للشركاء وما هو لفرق المراجعة وحدها.',
    'hub-admin': 'ترى كل ما في المركز، وسجل الاطلاع.',
  },
  written: 'يُسجَّل وقت اطلاعك، واسم المدينة، والنسخة، ومستوى الإتاحة؛ ولا يُسجَّل شيء من المحتوى.',
  logOut: 'سجّل الخروج',
  back: 'عد إلى المرصد',
  audit: 'سجل الاطلاع',
  refusedTitle: 'غير متاح',
  refused: 'لا يتيح دورك هذه الصفحة.',
};

const ENGLISH: LogInWords = {
  language: 'en',
  direction: 'ltr',
  own: 'English',
  title: 'Log in',
  lead: 'This observatory is open to those who have an account. Whoever runs the server adds accounts.',
  name: 'Account name',
  password: 'Password',
  logIn: 'Log in',
  wrong: 'The account name or the password is not right.',
  wait: (seconds) => `Too many wrong tries. Wait ${seconds}, then try again.`,
  stale: 'This page had expired. Please try again.',
  busy: 'Many people are logging in just now. Try again in a moment.',
  accountTitle: 'Your account',
  loggedInAs: 'Account',
  role: 'Role',
  roles: { viewer: 'Viewer', analyst: 'Analyst', reviewer: 'Reviewer', 'hub-admin': 'Hub administrator' },
  mayOpen: {
    viewer: 'You see what is published for everybody.',
    analyst: 'You see what is published for everybody and what is shared with partners.',
    reviewer:
      'You see what is published for everybody, what is shared with partners, and what is for review teams alone.',
    'hub-admin': 'You see everything the hub holds, and the record of who opened what.',
  },
  written:
    'When you open something, the time, the city, its version and its level are written down; nothing of the content is.',
  logOut: 'Log out',
  back: 'Back to the observatory',
  audit: 'Record of who opened what',
  refusedTitle: 'Not open to you',
  refused: 'Your role does not open this page.',
};

const FRENCH: LogInWords = {
  language: 'fr',
  direction: 'ltr',
  own: 'Français',
  title: 'Connexion',
  lead: 'Cet observatoire est ouvert aux personnes qui ont un compte. La personne qui gère le serveur ajoute les comptes.',
  name: 'Nom du compte',
  password: 'Mot de passe',
  logIn: 'Se connecter',
  wrong: 'Le nom du compte ou le mot de passe est incorrect.',
  wait: (seconds) => `Trop d’essais erronés. Attendez ${seconds}, puis réessayez.`,
  stale: 'Cette page avait expiré. Veuillez réessayer.',
  busy: 'Beaucoup de personnes se connectent en ce moment. Réessayez dans un instant.',
  accountTitle: 'Votre compte',
  loggedInAs: 'Compte',
  role: 'Rôle',
  roles: { viewer: 'Lecture', analyst: 'Analyse', reviewer: 'Relecture', 'hub-admin': 'Administration du pôle' },
  mayOpen: {
    viewer: 'Vous voyez ce qui est publié pour tous.',
    analyst: 'Vous voyez ce qui est publié pour tous et ce qui est partagé avec les partenaires.',
    reviewer:
      'Vous voyez ce qui est publié pour tous, ce qui est partagé avec les partenaires et ce qui est réservé aux équipes de relecture.',
    'hub-admin': 'Vous voyez tout ce que contient le pôle, ainsi que le registre des consultations.',
  },
  written:
    'Quand vous ouvrez quelque chose, l’heure, la ville, sa version et son niveau sont notés ; rien du contenu ne l’est.',
  logOut: 'Se déconnecter',
  back: 'Retour à l’observatoire',
  audit: 'Registre des consultations',
  refusedTitle: 'Accès non ouvert',
  refused: 'Votre rôle n’ouvre pas cette page.',
};

/** The words of every language, in the order in which the page offers them. */
export const LOG_IN_WORDS: readonly LogInWords[] = [ARABIC, ENGLISH, FRENCH];

/**
 * The words for a reader.
 * @param asked the language that the link names
 * @param accepted the browser's Accept-Language, whose order is taken as the reader's
 */
export const wordsFor = (asked: string | undefined, accepted: string | undefined): LogInWords => {
  const wanted = [asked ?? '', ...(accepted ?? '').split(',').map((one) => one.trim().slice(0, 2).toLowerCase())];
  for (const language of wanted) {
    const found = LOG_IN_WORDS.find((words) => words.language === language);
    if (found) return found;
  }
  return ENGLISH;
};

/** A time to wait in whole seconds or minutes, rounded up, in words of the language. */
export const sayWait = (language: InterfaceLanguage, milliseconds: number): string => {
  const seconds = Math.ceil(milliseconds / 1000);
  const [value, unit] = seconds < 120 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute'];
  const locale = language === 'ar' ? 'ar-u-nu-latn' : language;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
};

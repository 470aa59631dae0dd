/** A page of a title and a body. */
export const page = (title: string, body: string): string =>
  `<!doctype html><html><head><title>${title}</title><style>p{}</style></head><body>${body}</body></html>`;
/** A form that asks for a password. */
export const FORM = '<form><input name="user"><input type="password" name="p"><input type="submit" value="OK"></form>';
/** The links that stand on every page of a site. */
export const NAV = '<nav><a href="/">News</a> <a href="/sport">Sport</a> <a href="/login">Log in</a></nav>';
/** Twelve pages that are answered with status 200 and hold nothing of their site. */
export const WITHHELD: readonly (readonly [name: string, reason: string, html: string])[] = [
  [
    'a log-in form',
    'log-in-page',
    page('Log in | Al-Manar News', `${NAV}<h1>Log in</h1>${FORM}<a>Forgot password?</a>`),
  ],
  ['a log-in form in French', 'log-in-page', page('Connexion - Journal', `<h2>Se connecter</h2>${FORM}`)],
  [
    'a log-in form in Arabic',
    'log-in-page',
    page('تسجيل الدخول', `<h1>تسجيل الدخول</h1>${FORM}<a>نسيت كلمة المرور؟</a>`),
  ],
  ['a log-in form in Russian', 'log-in-page', page('Форум', `<h1>Вход на сайт</h1>${FORM}`)],
  [
    'a forum for members',
    'log-in-page',
    page('Forum', `${NAV}<div>You must be logged in to view this topic.</div><a>Register</a>`),
  ],
  [
    'a consent wall',
    'consent-wall',
    page(
      'Before you continue',
      '<h1>Before you continue</h1><p>We and our 812 partners use cookies to store and access personal data on your device, and to show personalised ads.</p><button>Reject all</button><button>Accept all</button>',
    ),
  ],
  [
    'a consent wall in French',
    'consent-wall',
    page(
      'Journal',
      '<p>Avec votre accord, nos partenaires et nous utilisons des cookies pour stocker et consulter vos données personnelles.</p><a>Continuer sans accepter</a><button>Accepter et continuer</button>',
    ),
  ],
  [
    'a consent wall in Polish',
    'consent-wall',
    page(
      'Gazeta',
      '<h2>Dbamy o Twoją prywatność</h2><p>My i nasi partnerzy przechowujemy pliki cookie i przetwarzamy dane osobowe, takie jak identyfikatory.</p><button>Przejdź do serwisu</button>',
    ),
  ],
  [
    'a check of the browser',
    'block-page',
    page(
      'Just a moment...',
      '<h2>news.test</h2><p>Checking your browser before accessing the site.</p><script>x()</script>',
    ),
  ],
  [
    'a refusal',
    'block-page',
    page(
      'Access Denied',
      '<h1>Access Denied</h1><p>You don\'t have permission to access "http://news.test/a" on this server.</p>',
    ),
  ],
  [
    'a captcha in Greek',
    'block-page',
    page('news.test', '<p>Επιβεβαιώστε ότι δεν είστε ρομπότ για να συνεχίσετε.</p><iframe src="/captcha"></iframe>'),
  ],
  [
    'a refusal in Arabic',
    'block-page',
    page('تم حظر الوصول', '<h1>تم حظر الوصول</h1><p>تم حظر عنوان الشبكة الخاص بك بسبب نشاط غير معتاد.</p>'),
  ],
];

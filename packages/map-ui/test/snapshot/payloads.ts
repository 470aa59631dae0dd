/** What a script would call if one ran. */
const CALL = 'ran()';

const SCRIPTS = [
  `<script>${CALL}</script>`,
  `<img src=x onerror=${CALL}>`,
  `<svg onload=${CALL}>`,
  `<svg><animate onbegin=${CALL} attributeName=x dur=1s></svg>`,
  `<iframe srcdoc="<script>parent.${CALL}</script>"></iframe>`,
  `<body onload=${CALL}>`,
  `<details open ontoggle=${CALL}>`,
  `<input autofocus onfocus=${CALL}>`,
  `<a href="javascript:${CALL}">x</a>`,
  `<math><mi xlink:href="javascript:${CALL}">x</mi></math>`,
  `<object data="javascript:${CALL}"></object>`,
  `<style>@import "javascript:${CALL}";</style>`,
  `<link rel=stylesheet href="//elsewhere.test/x.css">`,
  `<base href="//elsewhere.test/">`,
  `<meta http-equiv=refresh content="0;url=//elsewhere.test/">`,
  `javascript:${CALL}`,
  `data:text/html,<script>${CALL}</script>`,
  `{{constructor.constructor('${CALL}')()}}`,
  `\${${CALL}}`,
  `<%= ${CALL} %>`,
  `';${CALL};//`,
  `\\u003cscript>${CALL}</script>`,
  `&lt;script&gt;${CALL}&lt;/script&gt;`,
  `=HYPERLINK("javascript:${CALL}")`,
  `{n, plural, one {${CALL}} other {#}}`,
  `'{name}' <b>bold</b> {0}`,
  `](javascript:${CALL})`,
  `url(javascript:${CALL})`,
  `__proto__`,
  `constructor`,
];

/** Ways to break out of where the text stands. */
const AROUND: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `">${text}`,
  (text) => `'>${text}`,
  (text) => `</title></textarea></script></style>${text}`,
  (text) => `-->${text}<!--`,
  (text) => `]]>${text}`,
  (text) => `\u202e${text}`,
  (text) => `\u0000${text}\u0008\u001b[31m`,
  (text) => `باب ${text} البحر`,
  (text) => `${text}${'<b>'.repeat(40)}\ud800`,
];

/** 300 strings that try to become more than text. */
export const PAYLOADS: readonly string[] = AROUND.flatMap((around) => SCRIPTS.map(around));

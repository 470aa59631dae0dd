import { type CollectEffects, type CollectReport, collect, sourceSpec } from '../../dist/index.js';
import { MemoryLedger } from '../support/memory-ledger.js';
import { type Answer, testEffects, type Web } from '../support/web.js';

const PARAGRAPH = 'The council answered the people of the harbour after the long meeting of Tuesday evening. ';
const PLAIN = `Plain text. ${PARAGRAPH.repeat(3)}`;
const SHOWN = `Shown by a script. ${PARAGRAPH.repeat(3)}`;

/** A site whose article has one text as it comes and another once its script has run. */
export const scriptedSite = (head = ''): Record<string, Answer> => ({
  'news.test/a.html': `<!doctype html><html lang="en"><head><title>News</title>${head}</head>
    <body><article><h1>News</h1><p id="text">${PLAIN}</p></article>
    <script>fetch('/data.json').then((a) => a.json()).then((d) => {
      for (const meta of document.querySelectorAll('meta')) meta.remove();
      document.getElementById('text').textContent = d.text;
    });</script></body></html>`,
  'news.test/data.json': { type: 'application/json', body: JSON.stringify({ text: SHOWN }) },
});

/** Collects its article. */
export const collectSite = async (
  web: Web,
  { render, chromium }: { render: boolean; chromium?: CollectEffects['chromium'] },
): Promise<{ report: CollectReport; texts: string[] }> => {
  const source = sourceSpec.parse({
    id: 'news',
    name: 'News',
    kind: 'website',
    start: ['http://news.test/a.html'],
    articles: ['/a.html'],
    gapSeconds: 0,
    render,
  });
  const ledger = new MemoryLedger();
  const report = await collect([source], {
    ledger,
    effects: { ...testEffects(web.dial), ...(chromium ? { chromium } : {}) },
    userAgent: 'Marsad/0.1 (+https://example.org/contact)',
    allowPrivateHosts: [],
  });
  return { report, texts: [...ledger.posts.values()].map(({ text }) => text) };
};

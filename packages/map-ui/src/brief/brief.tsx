import { useEffect, useState } from 'react';
import { sayChange, sayChangeInterval, sayChangeValue } from '../i18n/say-change.js';
import { sayCityWeeks, sayCoverage, sayFigure, sayValue } from '../i18n/say-figures.js';
import { TranslationProvider } from '../i18n/translation.js';
import { isolate } from '../i18n/translator.js';
import { browserWorld } from '../out/browser-world.js';
import { captionOf } from '../out/caption.js';
import { comparedOf } from '../out/compared.js';
import { fileName } from '../out/file-name.js';
import { othersCanOpen, viewLink } from '../out/links.js';
import { sayBeside } from '../out/sentence.js';
import { ChangedNotice, useFileCheck } from '../panels/changed-notice.js';
import { LanguageSwitch } from '../panels/language-switch.js';
import { viewToUrl } from '../state/url.js';
import { useChange } from '../state/use-change.js';
import { type PageStart, usePage } from '../state/use-page.js';
import { questionOf } from '../state/view.js';
import { nameIn } from '../view/names.js';
import { MapSheet } from './map-sheet.js';
import { sayTargets } from './say-targets.js';
import { TableSheet } from './table-sheet.js';
import { useLetters } from './use-letters.js';
import '../styles/brief.css';

/** Two sheets for paper or a PDF: what was found on the first, what stands behind it on the second. */
export const Brief = (start: PageStart) => {
  const { manifest } = start.snapshot;
  const { choices, view, change, translator, areas, index, page, overall, findings } = usePage(start);
  const compared = comparedOf(view, useChange(areas, index, view, page, overall));
  const check = useFileCheck(start.checked);
  const { say, language } = translator;
  const [now] = useState(browserWorld.now);
  const lettersAreHere = useLetters();
  const city = nameIn(manifest.city.names, language, manifest.city.id).text;
  const back = viewLink(browserWorld.pageUrl(), viewToUrl({ ...view, language }, choices));
  const caption = captionOf(translator, {
    manifest,
    view,
    page,
    compared,
    now,
    link: othersCanOpen(back) ? back : null,
  });

  const { title } = caption;
  // Browsers name the PDF after the document: a name that says city, signal and weeks, only while it is printed.
  useEffect(() => {
    document.title = title;
    const named = () => {
      document.title = fileName(manifest.city.id, view, language);
    };
    const titled = () => {
      document.title = title;
    };
    window.addEventListener('beforeprint', named);
    window.addEventListener('afterprint', titled);
    return () => {
      window.removeEventListener('beforeprint', named);
      window.removeEventListener('afterprint', titled);
    };
  }, [title, manifest, view, language]);

  const area = areas.find((one) => one.id === view.area);
  const { range } = questionOf(view, manifest.weeks);
  const sentences = [page.city, ...(area ? [page.byArea.get(area.id)] : [])].flatMap((figures) => {
    if (!figures) return [];
    const place =
      figures.area === null
        ? say('panel.city', { city: isolate(city) })
        : isolate(nameIn(area?.properties.names, language, figures.area).text);
    const key = figures.area ?? '';
    const changed = figures.area === null ? compared?.change.city : compared?.change.byArea.get(figures.area);
    if (compared && changed) {
      const words = sayChange(translator, changed, compared.before, compared.after);
      return [
        {
          key,
          place,
          number: sayChangeValue(translator, changed),
          interval: sayChangeInterval(translator, changed),
          words,
          targets: '',
        },
      ];
    }
    const words = [
      sayFigure(translator, figures, view.signal, view.target),
      figures.rate === null ? '' : sayCoverage(translator, figures, range),
      sayBeside(translator, figures, page.city),
      sayCityWeeks(translator, figures, page.city, range),
    ];
    const interval = figures.interval && {
      low: translator.percent(figures.interval.low),
      high: translator.percent(figures.interval.high),
    };
    return [
      {
        key,
        place,
        number: sayValue(translator, figures),
        interval: interval === null ? '' : say('interval.caption', interval),
        words: words.filter((part) => part !== '').join(' '),
        targets: view.target === 'all' ? sayTargets(translator, figures) : '',
      },
    ];
  });
  return (
    <TranslationProvider value={translator}>
      <div className="brief-bar">
        <a className="quiet" href={back} data-testid="brief-back">
          {say('brief.back')}
        </a>
        <button type="button" className="quiet" data-testid="brief-print" onClick={() => window.print()}>
          {say('brief.print')}
        </button>
        <LanguageSwitch onChange={(chosen) => change({ language: chosen })} />
      </div>
      <ChangedNotice check={check} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: in a narrow window the sheets scroll sideways, which must be reachable by keyboard (WCAG 2.1.1) */}
      <main className="brief" data-testid="brief" tabIndex={0}>
        <MapSheet
          caption={caption}
          areas={areas}
          view={view}
          page={page}
          compared={compared}
          lettersAreHere={lettersAreHere}
          sentences={sentences}
        />
        <TableSheet
          // Another question or other letters: begun anew with all rows.
          key={`${viewToUrl({ ...view, language }, choices)} ${lettersAreHere}`}
          manifest={manifest}
          caption={caption}
          areas={areas}
          neighbourhoods={start.snapshot.areas}
          view={view}
          page={page}
          compared={compared}
          blocks={index}
          findings={findings}
        />
      </main>
    </TranslationProvider>
  );
};

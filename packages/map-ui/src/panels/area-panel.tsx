import type { Area, Block, Findings } from '@marsad/records/snapshot';
import { lazy, Suspense, useMemo } from 'react';
import { sayVersus } from '../i18n/say-corrected.js';
import { sayCityWeeks, sayCoverage, sayFigure, sayValue } from '../i18n/say-figures.js';
import { useTranslator } from '../i18n/translation.js';
import { isolate } from '../i18n/translator.js';
import { eventsOf, ofPlace } from '../known/known-of-place.js';
import { isAnythingKnown } from '../known/known-offline.js';
import { useKnown } from '../known/known-provider.js';
import type { LoadedSnapshot } from '../snapshot/load.js';
import { questionOf, type View } from '../state/view.js';
import type { PageChange } from '../view/change.js';
import { compareWithCity } from '../view/compare.js';
import type { WeekRange } from '../view/coverage.js';
import type { PageFigures } from '../view/figures.js';
import { neighbourhoodsIn } from '../view/levels.js';
import { nameIn } from '../view/names.js';
import { paletteOf } from '../view/palette.js';
import { sourceMarks } from '../view/source-marks.js';
import { levelChanges, panelTrend, trendOf } from '../view/trend.js';
import { AreaFacts } from './area-facts.js';
import { AreaMakeUp } from './area-make-up.js';
import { ChangeNote } from './change-note.js';
import { ClusterNote } from './cluster-note.js';
import { CorrectionNote } from './correction-note.js';
import { LatePart } from './late-part.js';
import { PlaceName } from './place-name.js';
import { rateData } from './rate-data.js';
import { SilenceNote } from './silence-note.js';
import { Swatch } from './swatch.js';

// Comes after the figures: with what it is drawn by, it is a tenth of the first chunk.
const KnownSection = lazy(async () => ({ default: (await import('../known/known-section.js')).KnownSection }));
const TrendChart = lazy(async () => ({ default: (await import('./trend-chart.js')).TrendChart }));

interface Props {
  manifest: LoadedSnapshot['manifest'];
  /** the selected area; undefined shows the city */
  area: Area | undefined;
  areas: readonly Area[];
  /** all neighbourhoods, whatever the level: what is known offline names them */
  neighbourhoods: readonly Area[];
  findings: Findings;
  blocks: ReadonlyMap<string | null, readonly Block[]>;
  view: View;
  page: PageFigures;
  /** the changes while two periods are compared, else null */
  change: PageChange | null;
  /** puts the selected area beside others; null where it is there already or there is no room */
  onCompare: (() => void) | null;
  /** back to the row of the table that led here; null where none did */
  onBackToRow: (() => void) | null;
  onBack: () => void;
  onWiden: (range: WeekRange) => void;
}

/** Where a row of the table leads. */
export const PANEL_ID = 'panel';

/** The figures of one place in words and small charts. */
export const AreaPanel = ({
  manifest,
  area,
  areas,
  neighbourhoods,
  findings,
  blocks,
  view,
  page,
  change,
  onCompare,
  onBackToRow,
  onBack,
  onWiden,
}: Props) => {
  const translator = useTranslator();
  const { say, percent, language } = translator;
  const figures = (area && page.byArea.get(area.id)) ?? page.city;
  const changed = area ? change?.byArea.get(area.id) : change?.city;
  const { range } = questionOf(view, manifest.weeks);
  const steps = useMemo(
    () => trendOf(blocks.get(figures.area) ?? [], view.signal, view.target),
    [blocks, figures.area, view.signal, view.target],
  );
  const marks = useMemo(
    () => (manifest.weeks === null ? [] : sourceMarks(manifest.sources, manifest.weeks)),
    [manifest],
  );
  const known = useKnown();
  const held = useMemo(
    () => neighbourhoodsIn(neighbourhoods, view.level, figures.area),
    [neighbourhoods, view.level, figures.area],
  );
  const events = useMemo(() => ofPlace(eventsOf(known), held), [known, held]);
  const city = nameIn(manifest.city.names, language, manifest.city.id).text;
  const comparison = ((): string => {
    if (!area || figures.interval === null) return '';
    if (figures.corrected !== null) return sayVersus(translator, figures, page.city, view.signal, view.target);
    if (page.city.interval === null || page.city.rate === null || page.city.corrected !== null)
      return say('panel.compare.none');
    return say(`panel.compare.${compareWithCity(figures.interval, page.city.interval)}`, {
      rate: percent(page.city.rate),
    });
  })();
  return (
    <aside
      id={PANEL_ID}
      className="area-panel"
      aria-label={say('panel.label')}
      data-testid="panel"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also while nothing in it takes the focus (WCAG 2.1.1)
      tabIndex={0}
      data-area={area?.id ?? ''}
    >
      <div className="panel-head">
        <h2>
          {area ? (
            <PlaceName names={area.properties.names} fallback={area.id} />
          ) : (
            say('panel.city', { city: isolate(city) })
          )}
        </h2>
        {area ? (
          <div className="panel-buttons">
            <button type="button" className="quiet" data-testid="back-to-city" onClick={onBack}>
              {say('panel.back')}
            </button>
            {onBackToRow !== null && (
              <button type="button" className="quiet" data-testid="back-to-row" onClick={onBackToRow}>
                {say('panel.backToRow')}
              </button>
            )}
            {onCompare !== null && (
              <button type="button" className="quiet" data-testid="compare-place" onClick={onCompare}>
                {say('places.compare')}
              </button>
            )}
          </div>
        ) : (
          <p className="note">{say('panel.hint')}</p>
        )}
      </div>
      {area && <AreaFacts area={area} districts={manifest.city.districts} />}
      <div className="panel-figure">
        <p className="panel-rate">
          <Swatch areaClass={figures.class} palette={paletteOf(view.signal)} />
          <span className="panel-number" data-testid="panel-rate" {...rateData(figures)}>
            {sayValue(translator, figures)}
          </span>
          {figures.rate !== null && (
            <span className={figures.corrected === null ? 'tag tag-uncorrected' : 'tag'}>
              {say(figures.corrected === null ? 'uncorrected.tag' : 'corrected.tag')}
            </span>
          )}
          {figures.interval !== null && (
            <span className="panel-interval">
              {say('interval.caption', {
                low: percent(figures.interval.low),
                high: percent(figures.interval.high),
              })}
            </span>
          )}
        </p>
        <p data-testid="panel-sentence">{sayFigure(translator, figures, view.signal, view.target)}</p>
        {figures.rate !== null && (
          <p className="note" data-testid="panel-coverage">
            {sayCoverage(translator, figures, range)}
          </p>
        )}
        {comparison !== '' && (
          <p className="comparison" data-testid="panel-comparison">
            {comparison} {sayCityWeeks(translator, figures, page.city, range)}
          </p>
        )}
        <CorrectionNote figures={figures} signal={view.signal} />
      </div>
      {changed && view.before && range && <ChangeNote change={changed} before={view.before} after={range} />}
      <SilenceNote figures={figures} rules={manifest.rules} range={range} onWiden={onWiden} />
      {manifest.weeks !== null && range !== null && steps.length > 0 && (
        <section>
          <h3>{say('panel.trend')}</h3>
          <LatePart room={<div className="trend trend-awaited" />}>
            <TrendChart
              steps={steps}
              weeks={manifest.weeks}
              range={range}
              marks={marks}
              panel={area ? null : panelTrend(findings, view.signal, view.target)}
              changes={levelChanges(findings, figures.area, view.signal, view.target)}
              known={events}
            />
          </LatePart>
        </section>
      )}
      {isAnythingKnown(known) && (
        <Suspense fallback={null}>
          <KnownSection held={held} neighbourhoods={neighbourhoods} range={range} />
        </Suspense>
      )}
      {view.target === 'all' && <ClusterNote clusters={findings.clusters?.[view.signal]} area={area} areas={areas} />}
      {figures.rate !== null && (
        <AreaMakeUp figures={figures} signal={view.signal} measured={manifest.model.measuredLanguages} />
      )}
    </aside>
  );
};

import type { Area, Block, SnapshotManifest } from '@marsad/records/snapshot';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslator } from '../i18n/translation.js';
import { isolate } from '../i18n/translator.js';
import { KnownBrief } from '../known/known-brief.js';
import { eventsOf, ofPlace } from '../known/known-of-place.js';
import { useKnown } from '../known/known-provider.js';
import type { Caption } from '../out/caption.js';
import type { Compared } from '../out/compared.js';
import { TrendChart } from '../panels/trend-chart.js';
import type { LoadedSnapshot } from '../snapshot/load.js';
import { questionOf, type View } from '../state/view.js';
import type { PageFigures } from '../view/figures.js';
import { neighbourhoodsIn } from '../view/levels.js';
import { nameIn } from '../view/names.js';
import { paletteOf } from '../view/palette.js';
import { sourceMarks } from '../view/source-marks.js';
import { levelChanges, trendOf } from '../view/trend.js';
import { BriefChanges } from './brief-changes.js';
import { BriefFigures } from './brief-figures.js';
import { briefChangeRows, briefRows } from './brief-rows.js';
import { SheetFoot } from './sheet-foot.js';

interface Props {
  manifest: SnapshotManifest;
  caption: Caption;
  areas: readonly Area[];
  /** all neighbourhoods, whatever the level: what is known offline names them */
  neighbourhoods: readonly Area[];
  view: View;
  page: PageFigures;
  /** null while nothing is compared */
  compared: Compared | null;
  blocks: ReadonlyMap<string | null, readonly Block[]>;
  findings: LoadedSnapshot['findings'];
}

/** Rows to begin with, and rows that are kept whatever happens. */
const MOST_ROWS = 22;
const LEAST_ROWS = 2;
/** Lines of what is known offline; they leave once no more rows can. */
const MOST_LINES = 4;
const USES = ['people', 'place', 'forecast', 'rank'] as const;

/** The second sheet: what stands behind the first. */
export const TableSheet = ({
  manifest,
  caption,
  areas,
  neighbourhoods,
  view,
  page,
  compared,
  blocks,
  findings,
}: Props) => {
  const translator = useTranslator();
  const { say, language } = translator;
  const sheet = useRef<HTMLElement>(null);
  const [room, setRoom] = useState(MOST_ROWS);
  // How tall the words are depends on language, names and letters: rows leave until the rest fits.
  useLayoutEffect(() => {
    const { scrollHeight = 0, clientHeight = 0 } = sheet.current ?? {};
    if (scrollHeight > clientHeight && room > LEAST_ROWS - MOST_LINES) setRoom(room - 1);
  });
  const roomForRows = Math.max(LEAST_ROWS, room);
  const { rows, ...figuresLeft } = briefRows(page, roomForRows);
  const { rows: changes, ...changesLeft } = briefChangeRows(compared, roomForRows);
  const { more, hidden, otherWeeks, empty } = compared === null ? figuresLeft : changesLeft;
  const byId = new Map(areas.map((area) => [area.id, area]));
  const { range } = questionOf(view, manifest.weeks);
  const place = view.area === null ? undefined : byId.get(view.area);
  const placeName = place
    ? nameIn(place.properties.names, language, place.id).text
    : nameIn(manifest.city.names, language, manifest.city.id).text;
  // Asked for here, so that rows are counted anew when it comes after the figures.
  const known = ofPlace(eventsOf(useKnown()), neighbourhoodsIn(neighbourhoods, view.level, place?.id ?? null));
  const steps = trendOf(blocks.get(place?.id ?? null) ?? [], view.signal, view.target);
  return (
    <section className="sheet" data-testid="sheet-2" ref={sheet}>
      <section>
        <h2>{say('brief.table')}</h2>
        {compared === null ? (
          <BriefFigures rows={rows} areas={areas} page={page} palette={paletteOf(view.signal)} range={range} />
        ) : (
          <BriefChanges rows={changes} areas={areas} compared={compared} />
        )}
        {view.level !== 'city' && (
          <p className="note">{say('brief.more', { more, hidden, weeks: otherWeeks, empty })}</p>
        )}
      </section>
      <div className="sheet-beside">
        {manifest.weeks !== null && range !== null && steps.length > 0 && (
          <section className="sheet-trend">
            <h2>{say('brief.trend', { place: isolate(placeName) })}</h2>
            <TrendChart
              steps={steps}
              weeks={manifest.weeks}
              range={range}
              marks={sourceMarks(manifest.sources, manifest.weeks)}
              panel={null}
              changes={levelChanges(findings, place?.id ?? null, view.signal, view.target)}
              known={[]}
            />
          </section>
        )}
        {range !== null && (
          <KnownBrief events={known} room={MOST_LINES - roomForRows + room} areas={neighbourhoods} range={range} />
        )}
      </div>
      <section className="sheet-words">
        <h2>{say('about.use')}</h2>
        <ul>
          {USES.map((use) => (
            <li key={use}>{say(`about.use.${use}`)}</li>
          ))}
        </ul>
      </section>
      <section className="sheet-words">
        <h2>{say('brief.method')}</h2>
        <p>{caption.correction}</p>
        <p>{caption.method}</p>
        <p>{caption.rule}</p>
        <p>{caption.citation}</p>
      </section>
      <SheetFoot title={caption.title} page={2} />
    </section>
  );
};

import type { Area, Block, SnapshotManifest } from '@marsad/records/snapshot';
import { useLayoutEffect, useRef, useState } from 'react';
import { sayInterval, sayValue } from '../i18n/say-figures.js';
import { useTranslator } from '../i18n/translation.js';
import { isolate } from '../i18n/translator.js';
import type { Caption } from '../out/caption.js';
import { Swatch } from '../panels/swatch.js';
import { TrendChart } from '../panels/trend-chart.js';
import type { LoadedSnapshot } from '../snapshot/load.js';
import { questionOf, type View } from '../state/view.js';
import { correctionOf, type PageFigures } from '../view/figures.js';
import { nameIn } from '../view/names.js';
import { paletteOf } from '../view/palette.js';
import { sourceMarks } from '../view/source-marks.js';
import { levelChanges, trendOf } from '../view/trend.js';
import { briefRows } from './brief-rows.js';
import { SheetFoot } from './sheet-foot.js';

interface Props {
  manifest: SnapshotManifest;
  caption: Caption;
  areas: readonly Area[];
  view: View;
  page: PageFigures;
  blocks: ReadonlyMap<string | null, readonly Block[]>;
  findings: LoadedSnapshot['findings'];
}

/** Rows to begin with, and rows that are kept whatever happens. */
const MOST_ROWS = 22;
const LEAST_ROWS = 3;
const USES = ['people', 'place', 'forecast', 'rank'] as const;

/** The second sheet: what stands behind the first. */
export const TableSheet = ({ manifest, caption, areas, view, page, blocks, findings }: Props) => {
  const translator = useTranslator();
  const { say, count, language } = translator;
  const sheet = useRef<HTMLElement>(null);
  const [room, setRoom] = useState(MOST_ROWS);
  // How tall the words are depends on language, names and letters: rows leave until the rest fits.
  useLayoutEffect(() => {
    const { scrollHeight = 0, clientHeight = 0 } = sheet.current ?? {};
    if (scrollHeight > clientHeight && room > LEAST_ROWS) setRoom(room - 1);
  });
  const { rows, more, hidden, otherWeeks, empty } = briefRows(page, room);
  const byId = new Map(areas.map((area) => [area.id, area]));
  const { range } = questionOf(view, manifest.weeks);
  const place = view.area === null ? undefined : byId.get(view.area);
  const placeName = place
    ? nameIn(place.properties.names, language, place.id).text
    : nameIn(manifest.city.names, language, manifest.city.id).text;
  const steps = trendOf(blocks.get(place?.id ?? null) ?? [], view.signal, view.target);
  const palette = paletteOf(view.signal);
  const isCorrected = correctionOf(page).corrected !== null;
  return (
    <section className="sheet" data-testid="sheet-2" ref={sheet}>
      <section>
        <h2>{say('brief.table')}</h2>
        <p className="note">{say('brief.tableNote')}</p>
        <table className="sheet-table">
          <thead>
            <tr>
              <th scope="col">{say('table.column.name')}</th>
              <th scope="col">{say(isCorrected ? 'table.column.corrected' : 'table.column.uncorrected')}</th>
              <th scope="col">{say('table.column.interval')}</th>
              <th scope="col">{say('table.column.modelFlags')}</th>
              <th scope="col">{say('table.column.posts')}</th>
              <th scope="col">{say('brief.versus')}</th>
            </tr>
          </thead>
          <tbody>
            {[{ figures: page.city, versus: null }, ...rows].map(({ figures, versus }) => (
              <tr key={figures.area ?? ''} data-area={figures.area ?? ''}>
                <th scope="row">
                  {figures.area === null ? (
                    say('table.cityRow')
                  ) : (
                    <bdi dir="auto">
                      {nameIn(byId.get(figures.area)?.properties.names, language, figures.area).text}
                    </bdi>
                  )}
                </th>
                <td>
                  <Swatch areaClass={figures.class} palette={palette} /> {sayValue(translator, figures)}
                </td>
                <td>{sayInterval(translator, figures.interval)}</td>
                <td>{figures.rate === null ? '' : count(figures.flagged)}</td>
                <td>{figures.rate === null ? '' : count(figures.posts)}</td>
                <td>{figures.area === null ? '' : say(`brief.versus.${versus ?? 'none'}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="note">{say('brief.more', { more, hidden, weeks: otherWeeks, empty })}</p>
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
            />
          </section>
        )}
        <section className="sheet-words">
          <h2>{say('about.use')}</h2>
          <ul>
            {USES.map((use) => (
              <li key={use}>{say(`about.use.${use}`)}</li>
            ))}
          </ul>
        </section>
      </div>
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

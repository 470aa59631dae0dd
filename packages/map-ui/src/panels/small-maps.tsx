import type { Area, Block, OverallEstimate, SnapshotManifest, Target } from '@marsad/records/snapshot';
import { useId, useMemo } from 'react';
import { saySlice, sayValue } from '../i18n/say-figures.js';
import { sayRange } from '../i18n/say-weeks.js';
import { useTranslator } from '../i18n/translation.js';
import { isolate } from '../i18n/translator.js';
import { miniMap, pathsByClass } from '../map/mini-map.js';
import { fillOf, Textures } from '../out/vector-map.js';
import { questionOf, type View } from '../state/view.js';
import { FACETS, type Facet, facetsOf, leftBy } from '../view/facets.js';
import { correctionOf, figuresOfPage } from '../view/figures.js';
import { nameIn } from '../view/names.js';
import { paletteOf } from '../view/palette.js';
import { Legend } from './legend.js';

interface Props {
  manifest: SnapshotManifest;
  areas: readonly Area[];
  blocks: ReadonlyMap<string | null, readonly Block[]>;
  /** overall estimates by area */
  overall: ReadonlyMap<string | null, OverallEstimate>;
  /** the targets that any figure of this signal holds */
  targets: readonly Target[];
  view: View;
  onChange: (change: Partial<View>) => void;
  /** opens one of them as the large map */
  onOpen: (change: Partial<View>) => void;
}

/** Up to twelve small maps of one question, in one set of classes: by weeks, by target or by kind. */
export const SmallMaps = ({ manifest, areas, blocks, overall, targets, view, onChange, onOpen }: Props) => {
  const translator = useTranslator();
  const { say, language } = translator;
  const id = useId();
  const { signal, target, from, to, facets: kind } = view;
  const drawing = useMemo(() => miniMap(areas), [areas]);
  const maps = useMemo(() => {
    const ids = areas.map((area) => area.id);
    const question = questionOf({ signal, target, from, to }, manifest.weeks);
    return facetsOf(
      kind,
      question,
      targets,
      ids.map((area) => blocks.get(area) ?? []),
    ).map((facet) => {
      const page = figuresOfPage(ids, blocks, facet.question, overall);
      return {
        facet,
        page,
        paths: pathsByClass(
          drawing,
          [...page.byArea].map(([area, one]) => [area, one.class] as const),
        ),
      };
    });
  }, [areas, blocks, overall, targets, manifest, signal, target, from, to, kind, drawing]);
  const titleOf = ({ question }: Facet): string => {
    if (kind === 'weeks') return question.range === null ? '' : sayRange(translator, question.range);
    return kind === 'target' ? saySlice(translator, question.target) : say(`signal.${question.signal}`);
  };
  const open = ({ question }: Facet) =>
    onOpen({ signal: question.signal, target: question.target, ...(question.range ?? {}), before: null });
  const left = leftBy(kind, target);
  const chosen = areas.find((area) => area.id === view.area);
  const place = chosen ? nameIn(chosen.properties.names, language, chosen.id).text : say('table.cityRow');
  // One legend, or two where some of the maps are corrected and others are not.
  const legends = [true, false].flatMap((corrected) => {
    const first = maps.find(({ page }) => (correctionOf(page).corrected !== null) === corrected);
    return first ? [{ corrected, page: first.page }] : [];
  });
  return (
    <section className="small-maps" aria-labelledby={`${id}-title`} data-testid="small-maps">
      <svg width="0" height="0" aria-hidden="true" className="small-map-textures">
        <Textures prefix={id} />
      </svg>
      <div className="matrix-head">
        <h2 className="visually-hidden" id={`${id}-title`}>
          {say('facets.title')}
        </h2>
        <p className="note">
          {say('facets.note', { place: isolate(place) })}
          {left !== null && <strong data-testid="facets-all"> {say('facets.all', { filter: left })}</strong>}
        </p>
        <label className="matrix-order">
          <span>{say('facets.by')}</span>
          <select
            data-testid="facets"
            value={kind}
            onChange={(event) => {
              const facets = FACETS.find((one) => one === event.target.value);
              if (facets) onChange({ facets });
            }}
          >
            {FACETS.map((one) => (
              <option key={one} value={one}>
                {say(`facets.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {maps.length === 0 && <p className="map-missing">{say('facets.none')}</p>}
      <ul className="small-map-list">
        {maps.map(({ facet, page, paths }) => {
          const figures = (chosen && page.byArea.get(chosen.id)) ?? page.city;
          const palette = paletteOf(facet.question.signal);
          return (
            <li key={facet.key}>
              <button type="button" data-testid={`facet-${facet.key}`} onClick={() => open(facet)}>
                <span className="small-map-title">{titleOf(facet)}</span>
                <svg viewBox={`0 0 ${drawing.width} ${drawing.height}`} aria-hidden="true" focusable="false">
                  {[...paths].map(([areaClass, path]) => (
                    <path
                      key={areaClass}
                      d={path}
                      data-class={areaClass}
                      fill={fillOf(areaClass, palette, id)}
                      fillRule="evenodd"
                      stroke="#7c8794"
                      strokeWidth="0.6"
                    />
                  ))}
                  {chosen && <path className="small-map-chosen" d={drawing.paths.get(chosen.id)} />}
                </svg>
                <span className="small-map-value">
                  {say('map.tip', { name: isolate(place), value: isolate(sayValue(translator, figures)) })}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {legends.map(({ corrected, page }) => (
        <Legend
          key={String(corrected)}
          signal={signal}
          target={left === null ? target : 'all'}
          page={page}
          title={kind === 'signal' ? say('facets.legend') : undefined}
        />
      ))}
    </section>
  );
};

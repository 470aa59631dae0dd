import type { Area } from '@marsad/records/snapshot';
import { useTranslator } from '../i18n/translation.js';
import type { Caption } from '../out/caption.js';
import type { Compared } from '../out/compared.js';
import { layoutMap } from '../out/layout-map.js';
import { measureInBrowser, PICTURE_FONT } from '../out/measure-text.js';
import { paintingOf } from '../out/paint.js';
import { plainLine } from '../out/plain-line.js';
import { Textures, VectorMap } from '../out/vector-map.js';
import { ChangeLegend } from '../panels/change-legend.js';
import { Legend } from '../panels/legend.js';
import type { View } from '../state/view.js';
import type { PageFigures } from '../view/figures.js';
import { nameIn } from '../view/names.js';
import { SheetFoot } from './sheet-foot.js';

interface Props {
  caption: Caption;
  areas: readonly Area[];
  view: View;
  page: PageFigures;
  /** null while nothing is compared */
  compared: Compared | null;
  /** names are placed by their width, which is known once the letters have come */
  lettersAreHere: boolean;
  /**
   * what is said first, of the city and of the chosen neighbourhood: the figure or the change, how sure it is, all of it in
   * words, and whom the posts are directed at where that is not what was asked (else empty)
   */
  sentences: readonly {
    key: string;
    place: string;
    number: string;
    interval: string;
    words: string;
    targets: string;
  }[];
}

/** In pixels of the drawing: the map takes the width of the sheet and leaves room for the words above and below. */
const MAP = { width: 720, maxHeight: 470, margin: 10, textSize: 10 };
const PREFIX = 'brief';

/** The first sheet: what was found. */
export const MapSheet = ({ caption, areas, view, page, compared, lettersAreHere, sentences }: Props) => {
  const translator = useTranslator();
  const { say, language } = translator;
  const drawn = layoutMap(
    areas,
    (area) => plainLine(nameIn(area.properties.names, language, area.id).text),
    MAP,
    measureInBrowser(),
  );
  return (
    <section className="sheet" data-testid="sheet-1" data-ready={lettersAreHere}>
      <header className="sheet-head">
        <p className="product">
          {say('header.product')} · {say('brief.kind')}
        </p>
        <h1>{caption.title}</h1>
        <p className="sheet-period">{caption.period}</p>
        {caption.fictional !== '' && <p className="sheet-invented">{caption.fictional}</p>}
      </header>
      <section>
        <h2>{say('brief.inShort')}</h2>
        <dl className="sheet-figures">
          {sentences.map(({ key, place, number, interval, words, targets }) => (
            <div key={key}>
              <dt>{place}</dt>
              <dd className="sheet-number">{number}</dd>
              {interval !== '' && <dd className="sheet-interval">{interval}</dd>}
              <dd>{words}</dd>
              {targets !== '' && <dd data-testid="brief-targets">{targets}</dd>}
            </div>
          ))}
        </dl>
        {sentences.some(({ targets }) => targets !== '') && <p className="note">{say('panel.targetsNote')}</p>}
      </section>
      <section className="sheet-map">
        <h2>{say('brief.map')}</h2>
        <svg
          viewBox={`0 0 ${MAP.width} ${Math.ceil(drawn.height)}`}
          role="img"
          aria-label={caption.title}
          fontFamily={PICTURE_FONT}
        >
          <Textures prefix={PREFIX} />
          <rect width={MAP.width} height={Math.ceil(drawn.height)} fill="#e9eef2" />
          <VectorMap
            drawn={drawn}
            paint={paintingOf(view, page, compared, PREFIX, translator).paint}
            selected={view.area}
            textSize={MAP.textSize}
          />
        </svg>
        {compared === null ? (
          <Legend signal={view.signal} target={view.target} page={page} />
        ) : (
          <ChangeLegend view={view} before={compared.before} after={compared.after} />
        )}
      </section>
      <section className="sheet-words">
        <p>{caption.base}</p>
        <p>{caption.caution}</p>
      </section>
      <SheetFoot title={caption.title} page={1} />
    </section>
  );
};

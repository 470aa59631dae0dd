import type { Signal, Target } from '@marsad/records/snapshot';
import { sayClass } from '../i18n/say-classes.js';
import { sayCarries } from '../i18n/say-figures.js';
import { useTranslator } from '../i18n/translation.js';
import { AREA_CLASSES } from '../view/classes.js';
import { paletteOf } from '../view/palette.js';
import { Swatch } from './swatch.js';

/** Every class of the map in words, with the base that the shares are of. */
export const Legend = ({ signal, target }: { signal: Signal; target: Target | 'all' }) => {
  const translator = useTranslator();
  const { say } = translator;
  return (
    <figure className="legend" data-testid="legend">
      <figcaption>
        <strong>{say('legend.title', { carries: sayCarries(translator, signal, target) })}</strong>
        <span>{say('legend.base')}</span>
      </figcaption>
      <ul>
        {AREA_CLASSES.map((areaClass) => (
          <li key={areaClass} data-class={areaClass}>
            <Swatch areaClass={areaClass} palette={paletteOf(signal)} />
            <span>{sayClass(translator, areaClass)}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
};

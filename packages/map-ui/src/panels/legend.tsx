import type { Signal, Target } from '@marsad/records/snapshot';
import { sayCarries } from '../i18n/say-figures.js';
import { useTranslator } from '../i18n/translation.js';
import { AREA_CLASSES, type AreaClass, CLASS_BOUNDS, RATE_CLASSES } from '../view/classes.js';
import { paletteOf } from '../view/palette.js';
import { Swatch } from './swatch.js';

/** Every class of the map in words, with the base that the shares are of. */
export const Legend = ({ signal, target }: { signal: Signal; target: Target | 'all' }) => {
  const translator = useTranslator();
  const { say, percent } = translator;
  const words = (areaClass: AreaClass): string => {
    if (areaClass === 'suppressed') return say('legend.suppressed');
    if (areaClass === 'other-weeks') return say('legend.otherWeeks');
    if (areaClass === 'no-data') return say('legend.noData');
    const index = RATE_CLASSES.indexOf(areaClass);
    const low = percent(CLASS_BOUNDS[index] ?? 0);
    const next = CLASS_BOUNDS[index + 1];
    if (next === undefined) return say('legend.above', { low });
    return index === 0
      ? say('legend.below', { high: percent(next) })
      : say('legend.between', { low, high: percent(next) });
  };
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
            <span>{words(areaClass)}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
};

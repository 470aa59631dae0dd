import { sayRange } from '../i18n/say-weeks.js';
import { useTranslator } from '../i18n/translation.js';
import type { WeekRange } from '../view/coverage.js';
import type { AreaFigures } from '../view/figures.js';
import { widenedRange } from '../view/widened-range.js';

interface Props {
  figures: AreaFigures;
  range: WeekRange | null;
  testId: string;
  onWiden: (range: WeekRange) => void;
}

/** One step from weeks that cut a group to the nearest ones that show a figure; nothing where a figure is shown. */
export const WidenButton = ({ figures, range, testId, onWiden }: Props) => {
  const translator = useTranslator();
  if (figures.class !== 'other-weeks' || range === null) return null;
  const widened = widenedRange(figures.coverage.cut, range);
  if (widened === null) return null;
  return (
    <button type="button" className="quiet widen" data-testid={testId} onClick={() => onWiden(widened)}>
      {translator.say('controls.widen', { range: sayRange(translator, widened) })}
    </button>
  );
};

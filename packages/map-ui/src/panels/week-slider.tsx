import type { IsoWeek } from '@marsad/records/snapshot';
import { lazy, Suspense } from 'react';
import { sayWeekOption } from '../i18n/say-weeks.js';
import { useTranslator } from '../i18n/translation.js';
import { isAnythingKnown } from '../known/known-offline.js';
import { useKnown } from '../known/known-provider.js';

const KnownTrack = lazy(async () => ({ default: (await import('../known/known-track.js')).KnownTrack }));

interface Props {
  weeks: readonly IsoWeek[];
  from: IsoWeek;
  to: IsoWeek;
  onChange: (end: 'from' | 'to', week: IsoWeek) => void;
}

/** Two native sliders on one track: keys, right-to-left and screen readers come with the browser. */
export const WeekSlider = ({ weeks, from, to, onChange }: Props) => {
  const translator = useTranslator();
  const known = useKnown();
  const last = Math.max(1, weeks.length - 1);
  const period = { from: weeks[0] ?? from, to: weeks.at(-1) ?? to };
  const at = { from: weeks.indexOf(from), to: weeks.indexOf(to) };
  const handle = (end: 'from' | 'to', label: string) => (
    <input
      type="range"
      className={`week-handle week-handle-${end}`}
      data-testid={`${end}-slider`}
      min={0}
      max={weeks.length - 1}
      step={1}
      value={at[end]}
      aria-label={label}
      aria-valuetext={sayWeekOption(translator, end === 'from' ? from : to, end, period)}
      onChange={(event) => {
        const week = weeks[Number(event.target.value)];
        if (week !== undefined) onChange(end, week);
      }}
    />
  );
  return (
    <div className="week-slider">
      <div className="week-track">
        <div
          className="week-span"
          style={{
            insetInlineStart: `${(at.from / last) * 100}%`,
            inlineSize: `${((at.to - at.from) / last) * 100}%`,
          }}
        />
      </div>
      {handle('from', translator.say('controls.fromSlider'))}
      {handle('to', translator.say('controls.toSlider'))}
      {isAnythingKnown(known) && (
        <Suspense fallback={null}>
          <KnownTrack weeks={weeks} />
        </Suspense>
      )}
    </div>
  );
};

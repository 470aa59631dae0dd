import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslator } from '../i18n/translation.js';
import type { KnownMark } from './known-marks.js';
import { sayEvent } from './say-known.js';

interface Props {
  marks: readonly KnownMark[];
  /** where a mark begins and how long it is, in per cent of the strip */
  placeOf: (mark: KnownMark) => { start: number; size: number };
  /** `below`: what a mark says stands in a line of its own; `over`: it is laid over what follows, only while it is read */
  reading: 'below' | 'over';
  testId: string;
}

/** Room for a lane, in pixels; the marks of incidents stand in the first. */
const LANE = 10;
const FIRST_LANE = 24;

/** What is known offline as small shapes over weeks: one stop for the keyboard, arrows between the marks. */
export const KnownStrip = ({ marks, placeOf, reading, testId }: Props) => {
  const translator = useTranslator();
  const { say, direction } = translator;
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const [reachable, setReachable] = useState(marks[0]?.key);
  const [read, setRead] = useState<string | null>(null);
  const wordsOf = ({ events }: KnownMark): string => events.map((event) => sayEvent(translator, event)).join(' · ');
  const shown = marks.find(({ key }) => key === read);
  const stop = marks.some(({ key }) => key === reachable) ? reachable : marks[0]?.key;
  const onKeyDown = (event: KeyboardEvent) => {
    const at = marks.findIndex(({ key }) => key === stop);
    const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const steps: Readonly<Record<string, number>> = {
      [forward]: at + 1,
      [back]: at - 1,
      Home: 0,
      End: marks.length - 1,
    };
    const next = marks[steps[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    buttons.current.get(next.key)?.focus();
  };
  const lanes = Math.max(0, ...marks.map(({ lane }) => lane));
  return (
    <div className={`known-strip known-${reading}`} data-testid={testId}>
      <div
        className="known-marks"
        role="toolbar"
        aria-label={say('known.marks')}
        style={{ blockSize: `${FIRST_LANE + lanes * LANE}px` }}
        onKeyDown={onKeyDown}
      >
        {marks.map((mark) => {
          const { start, size } = placeOf(mark);
          const isBar = mark.kind === 'intervention';
          return (
            <button
              key={mark.key}
              ref={(element) => {
                if (element) buttons.current.set(mark.key, element);
                else buttons.current.delete(mark.key);
              }}
              type="button"
              className={`known-mark known-mark-${mark.kind}`}
              data-mark={mark.key}
              aria-label={wordsOf(mark)}
              tabIndex={mark.key === stop ? 0 : -1}
              style={{
                insetInlineStart: `${isBar ? start : start + size / 2}%`,
                inlineSize: isBar ? `${size}%` : undefined,
                insetBlockStart: isBar ? `${FIRST_LANE + (mark.lane - 1) * LANE}px` : 0,
              }}
              onFocus={() => {
                setReachable(mark.key);
                setRead(mark.key);
              }}
              onPointerEnter={() => setRead(mark.key)}
              onClick={() => setRead(mark.key)}
              onBlur={() => setRead(null)}
              onPointerLeave={() => setRead(null)}
            />
          );
        })}
      </div>
      {(reading === 'below' || shown) && (
        <p className="known-read" aria-hidden="true" data-testid={`${testId}-read`}>
          {shown ? wordsOf(shown) : say('known.point')}
          {reading === 'over' && <span className="note">{say('known.caution')}</span>}
        </p>
      )}
    </div>
  );
};

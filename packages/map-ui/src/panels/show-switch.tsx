import type { ReactNode } from 'react';
import { useTranslator } from '../i18n/translation.js';
import type { Shown } from '../state/view.js';

interface Props {
  shown: Shown;
  /** what can be shown of this level */
  offered: readonly Shown[];
  onShow: (shown: Shown) => void;
  /** back to where a click led away from; null where none did */
  onBack: (() => void) | null;
  /** what stands on the same line */
  children: ReactNode;
}

/** Which view stands beside the panel, and the way back from a click that led to another. */
export const ShowSwitch = ({ shown, offered, onShow, onBack, children }: Props) => {
  const { say, direction } = useTranslator();
  return (
    <div className="show-switch">
      <nav className="show-buttons" aria-label={say('show.label')}>
        {offered.map((one) => (
          <button
            key={one}
            type="button"
            data-testid={`show-${one}`}
            aria-pressed={one === shown}
            onClick={() => onShow(one)}
          >
            {say(`show.${one}`)}
          </button>
        ))}
      </nav>
      {onBack !== null && (
        // The click that led here took away what held the focus: the way back takes it over.
        <button type="button" className="quiet" data-testid="show-back" onClick={onBack} ref={(made) => made?.focus()}>
          <svg
            className="arrow"
            viewBox="0 0 12 10"
            width="12"
            height="10"
            aria-hidden="true"
            focusable="false"
            transform={direction === 'rtl' ? 'scale(-1 1)' : undefined}
          >
            <path d="M5 0 0 5l5 5V6h7V4H5z" />
          </svg>
          {say('show.back')}
        </button>
      )}
      {children}
    </div>
  );
};

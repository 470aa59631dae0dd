import { useTranslator } from '../i18n/translation.js';
import type { Play } from '../state/use-play.js';

/** Drawn from left to right, turned round with the direction of writing. */
const SHAPES = {
  back: 'M11 1v10L4 6z M2 1h2v10H2z',
  play: 'M2 0v12l9-6z',
  pause: 'M2 1h3v10H2zM7 1h3v10H7z',
  forward: 'M1 1v10l7-5z M8 1h2v10H8z',
} as const;

/** One week back, play and pause, one week on. */
export const PlayButtons = ({ play }: { play: Play }) => {
  const { say, direction } = useTranslator();
  const button = (shape: keyof typeof SHAPES, press: (() => void) | null) => (
    <button
      type="button"
      className="play-button"
      data-testid={shape === 'pause' ? 'play' : shape}
      data-play={shape === 'play' || shape === 'pause' ? '' : undefined}
      aria-label={say(`play.${shape}`)}
      title={say(`play.${shape}`)}
      disabled={press === null}
      onClick={press ?? undefined}
    >
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
        <path d={SHAPES[shape]} transform={direction === 'rtl' ? 'matrix(-1 0 0 1 12 0)' : undefined} />
      </svg>
    </button>
  );
  return (
    <div className="play-buttons">
      {button('back', play.back)}
      {play.offered && button(play.playing ? 'pause' : 'play', play.toggle)}
      {button('forward', play.forward)}
    </div>
  );
};

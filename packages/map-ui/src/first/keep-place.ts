const SCROLLED = '.table-scroll';
const ROWS = '#figures tr';

/** The row of the table at the upper edge of the window: its position and how far below the edge it stands; null above the table. */
const rowInSight = (): { row: number; top: number } | null => {
  for (const [row, element] of document.querySelectorAll(ROWS).entries()) {
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom > 0) return row === 0 && top > 0 ? null : { row, top };
  }
  return null;
};

/** Moves the page so that a row stands where it stood. */
const settle = (place: ReturnType<typeof rowInSight>): void => {
  const row = place && document.querySelectorAll(ROWS)[place.row];
  if (place && row) window.scrollBy(0, row.getBoundingClientRect().top - place.top);
};

/**
 * Keeps the row at the upper edge where it is while letters come that make every line above it higher: browsers do so by
 * themselves, but not always. Call once the style sheet with the letters has come.
 */
export const keepPlaceThroughLetters = (): void => {
  // To be laid out is what asks for letters.
  let place = rowInSight();
  if (document.fonts.status !== 'loading') return;
  const follow = (): void => {
    place = rowInSight();
  };
  window.addEventListener('scroll', follow, { passive: true });
  void document.fonts.ready.then(() => {
    window.removeEventListener('scroll', follow);
    settle(place);
  });
};

/** What answers in the table of a first view: its search, and the heads that sort it. */
const ANSWERING = '#figures :is(thead button, input[type="search"])';

/**
 * Remembers where the reader is on the first view: which row is at the upper edge, how far the table is scrolled, whether it
 * takes the keys, or its search or one of its heads. Call what it gives once the living page stands in its place.
 */
export const keepPlace = (): (() => void) => {
  const { scrollX, scrollY } = window;
  const inSight = rowInSight();
  const before = document.querySelector(SCROLLED);
  const sideways = before?.scrollLeft ?? 0;
  const focused = before !== null && document.activeElement === before;
  const active = document.activeElement;
  const answering = active === null ? -1 : [...document.querySelectorAll(ANSWERING)].indexOf(active);
  const typing = active instanceof HTMLInputElement ? active.selectionStart : null;
  return () => {
    const table = document.querySelector<HTMLElement>(SCROLLED);
    if (table) table.scrollLeft = sideways;
    if (focused) table?.focus({ preventScroll: true });
    const answers = document.querySelectorAll<HTMLElement>(ANSWERING)[answering];
    answers?.focus({ preventScroll: true });
    if (answers instanceof HTMLInputElement) answers.setSelectionRange(typing, typing);
    window.scrollTo(scrollX, scrollY);
    // With other letters the rows above it may be higher or lower.
    settle(inSight);
    keepPlaceThroughLetters();
  };
};

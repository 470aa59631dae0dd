import { useEffect, useMemo, useRef, useState } from 'react';
import { openTranslator, type Translator } from '../i18n/translator.js';
import type { OutWorld } from '../out/browser-world.js';
import type { FileCheck } from '../snapshot/check-files.js';
import type { LoadedSnapshot } from '../snapshot/load.js';
import { figuresOfPage, type PageFigures } from '../view/figures.js';
import { districtIds, findingsOfLevel, type Level, type LevelPlaces, levelsOf, placesOfLevel } from '../view/levels.js';
import { codesTold } from '../view/sliced-blocks.js';
import type { Answered } from '../view/unchanged-figures.js';
import { ignoredInUrl } from './ignored-in-url.js';
import { type AddressBar, useView } from './use-view.js';
import { type Choices, questionOf, type View } from './view.js';

/** What page, frame and brief are made of. */
export interface PageStart {
  snapshot: LoadedSnapshot;
  /** whether its files are as they were made */
  checked: Promise<FileCheck>;
  /** the language of a reader whose URL names none */
  language: Choices['language'];
  /** speaks the language of the URL, or else the reader's */
  firstTranslator: Translator;
  address: AddressBar;
  /** what leaves the page leaves through it */
  world: OutWorld;
}

export interface PageState extends LevelPlaces {
  choices: Choices;
  view: View;
  change: (part: Partial<View>) => void;
  /** parts of the link that could not be followed */
  ignored: readonly string[];
  /** speaks the language that the page has now */
  translator: Translator;
  page: PageFigures;
  /** what is said beyond single blocks, of the places of this level */
  findings: LoadedSnapshot['findings'];
}

/**
 * The view, its language and its figures, kept in step with the address bar and with the document. Everything that shows
 * figures reads them from here, so that page, frame and brief cannot disagree.
 */
export const usePage = ({ snapshot, language, firstTranslator, address }: PageStart): PageState => {
  const { manifest } = snapshot;
  const choices = useMemo<Choices>(
    () => ({
      weeks: snapshot.manifest.weeks,
      areaIds: new Set(snapshot.areas.map((area) => area.id)),
      districtIds: new Set(districtIds(snapshot.areas)),
      severities: snapshot.blocks.some((block) => block.status === 'shown' && block.figures.severities !== undefined),
      ...codesTold(snapshot.blocks),
      levels: levelsOf(snapshot),
      language,
    }),
    [snapshot, language],
  );
  // Read before the view is written back to the address bar, which then no longer holds them.
  const [ignored] = useState(() => ignoredInUrl(address.query(), choices));
  const [view, change] = useView(choices, address);
  const [{ translator, level: spoken }, setSpoken] = useState<{ translator: Translator; level: Level }>({
    translator: firstTranslator,
    level: 'neighbourhoods',
  });
  // The page keeps speaking the language it has until the new one has come, and goes back to it if it never comes.
  useEffect(() => {
    let gone = false;
    const giveUp = () => {
      if (!gone) change({ language: translator.language });
    };
    if (view.language !== translator.language || view.level !== spoken) {
      openTranslator(view.language, view.level).then((opened) => {
        if (!gone) setSpoken({ translator: opened, level: view.level });
      }, giveUp);
    }
    return () => {
      gone = true;
    };
  }, [view.language, view.level, translator, spoken, change]);
  useEffect(() => {
    document.documentElement.lang = translator.language;
    document.documentElement.dir = translator.direction;
  }, [translator]);
  const places = useMemo(() => placesOfLevel(snapshot, view.level), [snapshot, view.level]);
  const findings = useMemo(() => findingsOfLevel(snapshot.findings, view.level), [snapshot, view.level]);
  const { signal, target, from, to } = view;
  // What the last answer holds already is not made again: of one week more, that is most of it.
  const last = useRef<{ places: LevelPlaces; answered: Answered } | null>(null);
  const page = useMemo(() => {
    const question = questionOf({ signal, target, from, to }, manifest.weeks);
    const made = figuresOfPage(
      places.areas.map((area) => area.id),
      places.index,
      question,
      places.overall,
      last.current?.places === places ? last.current.answered : undefined,
    );
    last.current = { places, answered: { question, page: made } };
    return made;
  }, [places, manifest, signal, target, from, to]);
  return { ...places, choices, view, change, ignored, translator, page, findings };
};

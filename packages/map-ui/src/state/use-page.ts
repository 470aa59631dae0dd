import { useEffect, useMemo, useState } from 'react';
import { openTranslator, type Translator } from '../i18n/translator.js';
import type { OutWorld } from '../out/browser-world.js';
import type { FileCheck } from '../snapshot/check-files.js';
import type { LoadedSnapshot } from '../snapshot/load.js';
import { figuresOfPage, type PageFigures } from '../view/figures.js';
import { districtIds, type Level, type LevelPlaces, levelsOf, placesOfLevel } from '../view/levels.js';
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
  const { manifest, areas, blocks, findings } = snapshot;
  const choices = useMemo<Choices>(
    () => ({ weeks: manifest.weeks, areaIds: new Set(areas.map((area) => area.id)), language }),
    [manifest, areas, language],
  );
  // Read before the view is written back to the address bar, which then no longer holds them.
  const [ignored] = useState(() => ignoredInUrl(address.query(), choices));
  const [view, change] = useView(choices, address);
  const [translator, setTranslator] = useState(firstTranslator);
  // The page keeps speaking the language it has until the new one has come, and goes back to it if it never comes.
  useEffect(() => {
    let gone = false;
    const giveUp = () => {
      if (!gone) change({ language: translator.language });
    };
    if (view.language !== translator.language) {
      openTranslator(view.language).then((opened) => {
        if (!gone) setTranslator(opened);
      }, giveUp);
    }
    return () => {
      gone = true;
    };
  }, [view.language, translator, change]);
  useEffect(() => {
    document.documentElement.lang = translator.language;
    document.documentElement.dir = translator.direction;
  }, [translator]);
  const index = useMemo(() => indexBlocks(blocks), [blocks]);
  const overall = useMemo(() => new Map(findings.overall?.map((one) => [one.area, one])), [findings]);
  const { signal, target, from, to } = view;
  const page = useMemo(
    () =>
      figuresOfPage(
        areas.map((area) => area.id),
        index,
        questionOf({ signal, target, from, to }, manifest.weeks),
        overall,
      ),
    [areas, index, overall, manifest, signal, target, from, to],
  );
  return { choices, view, change, ignored, translator, index, page, overall };
};

import type { Stance } from '@marsad/records/snapshot';
import { RUNGS } from '@marsad/records/without-checks';
import { useTranslator } from '../i18n/translation.js';
import { isolate } from '../i18n/translator.js';
import type { View } from '../state/view.js';
import type { AreaFigures } from '../view/figures.js';
import { CountBars } from './count-bars.js';

/** Stances that never enter the share of a hostile signal. */
const COUNTED_APART: readonly Stance[] = ['reporting', 'countering', 'reclaimed'];

/** What the figure is made of: targets, posts counted apart, how the posts were placed, their languages, and its copies. */
export const AreaMakeUp = ({
  figures,
  signal,
  measured,
}: {
  figures: AreaFigures;
  signal: View['signal'];
  /** languages in which the model's error is known; undefined when the snapshot does not say */
  measured: readonly string[] | undefined;
}) => {
  const { say, list, languageName } = useTranslator();
  const apart = COUNTED_APART.flatMap((stance) => {
    const posts = figures.stances[stance] ?? 0;
    return posts > 0 ? [{ key: stance, label: say(`stance.${stance}`), posts }] : [];
  });
  const rungs = RUNGS.flatMap((rung) => {
    const posts = figures.rungs[rung] ?? 0;
    return posts > 0 ? [{ key: rung, label: say(`rung.${rung}`), posts }] : [];
  });
  const targets = figures.targets.map(({ target, posts }) => ({ key: target, label: say(`target.${target}`), posts }));
  const isUnmeasured = (code: string): boolean => measured !== undefined && !measured.includes(code);
  const languages = figures.languages.map(({ code, posts }) => ({
    key: code,
    label: isUnmeasured(code) ? say('panel.unmeasured', { language: isolate(languageName(code)) }) : languageName(code),
    posts,
  }));
  /** Codes of few posts are not told (docs/decisions/0012-publish-gate.md), so a list may hold fewer posts than there are. */
  const isPart = (counts: Readonly<Partial<Record<string, number>>>): boolean =>
    Object.values(counts).reduce<number>((sum, posts) => sum + (posts ?? 0), 0) < figures.allPosts;
  const languageCounts = Object.fromEntries(figures.languages.map(({ code, posts }) => [code, posts]));
  const notTold = [
    ...(signal !== 'bridging' && isPart(figures.stances) ? [say('panel.stances')] : []),
    ...(isPart(figures.rungs) ? [say('panel.rungs')] : []),
    ...(isPart(languageCounts) ? [say('panel.languages')] : []),
  ];
  const mostTargets = Math.max(0, ...targets.map((row) => row.posts));
  return (
    <>
      {figures.allPosts !== figures.posts && (
        <p className="note" data-testid="panel-of-all">
          {say('panel.ofAll')}
        </p>
      )}
      <section data-testid="panel-targets">
        <h3>{say('panel.targets')}</h3>
        {targets.length > 0 ? (
          <>
            <CountBars rows={targets} of={mostTargets} />
            <p className="note">{say('panel.targetsNote')}</p>
          </>
        ) : (
          <p className="note">{say('panel.targetsEmpty')}</p>
        )}
      </section>
      {signal !== 'bridging' && (apart.length > 0 || !isPart(figures.stances)) && (
        <section data-testid="panel-stances">
          <h3>{say('panel.stances')}</h3>
          {apart.length > 0 ? (
            <>
              <CountBars rows={apart} of={figures.allPosts} />
              <p className="note">{say('panel.stancesNote')}</p>
            </>
          ) : (
            <p className="note">{say('panel.stancesEmpty')}</p>
          )}
        </section>
      )}
      {rungs.length > 0 && (
        <section data-testid="panel-rungs">
          <h3>{say('panel.rungs')}</h3>
          <CountBars rows={rungs} of={figures.allPosts} />
        </section>
      )}
      {languages.length > 0 && (
        <section data-testid="panel-languages">
          <h3>{say('panel.languages')}</h3>
          <CountBars rows={languages} of={figures.allPosts} />
          {figures.languages.some(({ code }) => isUnmeasured(code)) && (
            <p className="note" data-testid="panel-unmeasured">
              {say('panel.unmeasuredNote')}
            </p>
          )}
        </section>
      )}
      {notTold.length > 0 && (
        <p className="note" data-testid="panel-not-told">
          {say('panel.notTold', { parts: list(notTold.map(isolate)) })}
        </p>
      )}
      {figures.copies > 0 && (
        <p className="note" data-testid="panel-copies">
          {say('panel.copies', { copies: figures.copies })}
        </p>
      )}
    </>
  );
};

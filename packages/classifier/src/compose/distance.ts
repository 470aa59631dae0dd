import type { Distance, Finding, Judged } from './finding.js';
import type { Reading } from './reading.js';

const NEGATION_REACH = 4;
/** A text with this many cues, at least one of them of reporting, is a report as a whole; what it voices is not its own. */
const REPORT = 3;
const REPORT_BY_TOPIC = 4;
const FEWEST_WORDS_OUTSIDE = 3;

const isNegated = ({ hasCue, words }: Reading, { from, core, negates }: Finding): boolean => {
  if (negates) return false;
  const reach = (at: number): number => {
    let start = at;
    while (start > 0 && at - start < NEGATION_REACH && words[start - 1]?.clause === words[at]?.clause) start -= 1;
    return start;
  };
  // A pattern with a gap may hold a negation between its own words: «X are not … like rats».
  return (
    hasCue('negation', reach(core.from), core.to) || (from < core.from && hasCue('negation', reach(from), core.from))
  );
};

const isQuoted = ({ words, hasCue, unquoted }: Reading, { core, kind }: Finding): boolean => {
  // «the word …», «the term …»: spoken of, not used.
  if (kind === 'term' && hasCue('topic', core.from - 2, core.from)) return true;
  if (unquoted < FEWEST_WORDS_OUTSIDE) return false;
  for (let at = core.from; at < core.to; at++) if (!words[at]?.quoted) return false;
  return true;
};

/** Whether a text reads as news, research, law or prevention work from end to end. */
export const isReportAsAWhole = ({ countCue }: Reading): boolean => {
  const reporting = countCue('reporting');
  const topic = countCue('topic');
  return (reporting > 0 && reporting + topic >= REPORT) || topic >= REPORT_BY_TOPIC;
};

/**
 * Says for every finding whether the text voices it as its own, negates it, quotes it, reports it or speaks against it.
 */
export const keepDistance = (reading: Reading, findings: readonly Finding[]): Judged[] => {
  const isReport = isReportAsAWhole(reading);
  const distanceOf = (finding: Finding): Distance => {
    const sentence = reading.words[finding.core.from]?.sentence ?? 0;
    const countered = [sentence - 1, sentence, sentence + 1].some((each) => reading.sentenceHasCue('counter', each));
    if (finding.signal === 'bridging') return isReport ? 'reported' : isNegated(reading, finding) ? 'negated' : 'none';
    // What a report voices is reported, even where those it quotes protest.
    if (isReport) return 'reported';
    if (countered) return 'countered';
    if (isQuoted(reading, finding)) return 'quoted';
    if (finding.signal !== 'offensive' && isNegated(reading, finding)) return 'negated';
    if (reading.sentenceHasCue('reporting', sentence)) return 'reported';
    return 'none';
  };
  return findings.map((finding) => ({ ...finding, distance: distanceOf(finding) }));
};

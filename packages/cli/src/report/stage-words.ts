import type { StageReport } from '@marsad/records';

/** What a stage counts, where its name and the neighbours of its row would mislead. */
const WORDS: Readonly<Record<string, string>> = {
  place: 'posts not placed before; = out are those that name a neighbourhood, each once however many it names',
  tally:
    'all posts in the store; = out are those of which a neighbourhood is shown for their week; outside are the others, which name none or only hidden ones',
  snapshot: 'figures, not posts: one neighbourhood, or the city, over one or several weeks',
};

/** What the later stages of a run count, in words for below its table; nothing for a stage on its own, which misleads nobody. */
export const stageWords = (stages: readonly StageReport[]): string[] => {
  const lines = stages.flatMap(({ name }) => (WORDS[name] === undefined ? [] : [`  ${name}: ${WORDS[name]}`]));
  return stages.length < 2 || lines.length === 0
    ? []
    : ['each stage counts its own things, so = out of one need not be in of the next:', ...lines];
};

import { openClassifier } from '@marsad/classifier';
import { DropCounter, type StageReport, type Verdict, type VerdictError } from '@marsad/records';
import { cityClassifier } from '../project/city-classifier.js';
import { type StageContext, timed } from './stage-context.js';

/** Posts that the current model has not judged → verdicts in the store. */
export const classifyStage = async ({ project, effects, onProgress, signal }: StageContext): Promise<StageReport> => {
  const classifier = await openClassifier({ threads: effects.threads, ...cityClassifier(project.city) });
  const dropped = new DropCounter();
  let taken = 0;
  try {
    const { seconds } = await timed(effects.clock, async () => {
      for await (const posts of project.store.unjudgedPosts(classifier.model)) {
        signal?.throwIfAborted();
        const judged = await classifier.classify(
          posts.map(({ id, title, text }) => ({ id, text: title === null ? text : `${title}\n\n${text}` })),
        );
        const verdicts: Verdict[] = [];
        const errors: VerdictError[] = [];
        for (const row of judged) {
          if ('error' in row) {
            errors.push(row);
            dropped.add(row.error.code);
          } else {
            verdicts.push(row);
          }
        }
        await project.store.saveVerdicts(verdicts, errors, effects.clock().toISOString(), classifier.model);
        taken += posts.length;
        onProgress({ stage: 'classify', done: taken });
      }
    });
    return { name: 'classify', in: taken, out: taken - dropped.total, dropped: dropped.toJSON(), seconds };
  } finally {
    await classifier.close();
  }
};

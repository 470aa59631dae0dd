import { expect, it } from 'vitest';
import { openClassifier } from '../packages/classifier/dist/index.js';
import { CARD_COUNTS } from '../packages/observatory/src/estimate/card-counts.js';

it('knows the errors of the models that judge by default, in the versions that ship', async () => {
  const models = await Promise.all(
    ['lexicon', 'linear'].map(async (engine) => {
      const { model, close } = await openClassifier({ engine });
      await close();
      return `${model.name} ${model.version}`;
    }),
  );
  expect(Object.keys(CARD_COUNTS)).toEqual(models);
});

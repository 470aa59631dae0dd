import { INTERFACE_LANGUAGES } from '@marsad/records/snapshot';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../src/out/csv.js';
import { sentenceOf } from '../../src/out/sentence.js';
import { makeSnapshot } from '../snapshot/make-snapshot.js';
import { withEstimates } from '../snapshot/with-estimates.js';
import { makeOut } from './make-out.js';

const AREA = 'el-qasba';

describe.each(INTERFACE_LANGUAGES)('corrected shares in %s', (language) => {
  const out = makeOut({}, language, withEstimates(makeSnapshot()));
  const figures = out.page.byArea.get(AREA);

  it('leave as what they are: the corrected share first, what the model flags beside it', () => {
    const row = out.rows.find((one) => one.id === AREA);
    expect(row && columnsOf(row, out.view, out.translator)).toMatchObject({
      share: figures?.corrected?.own.rate,
      share_kind: 'corrected',
      labels: 400,
      flagged_share: (figures?.flagged ?? 0) / (figures?.posts ?? 1),
    });
    expect(figures?.rate).toBeLessThan(figures?.flaggedShare?.rate ?? 0);
  });

  it('are said to be corrected, in the notes and in the sentence, with the interval of the correction', () => {
    expect(out.caption.correction).toContain(out.translator.say('legend.corrected'));
    const area = out.areas.find((one) => one.id === AREA);
    const sentence = sentenceOf(out.translator, { ...out.captionParts, area });
    expect(sentence).toContain(out.translator.percent(figures?.interval?.high ?? -1));
    expect(sentence).not.toContain(out.translator.say('figure.uncorrected'));
  });
});

describe('uncorrected shares', () => {
  it('are called so wherever they go', () => {
    const out = makeOut();
    expect(out.caption.correction).toContain('Uncorrected');
    expect(out.rows.filter((row) => row.status === 'shown').map((row) => row.shareKind)).not.toContain('corrected');
    expect(sentenceOf(out.translator, { ...out.captionParts, area: undefined })).toContain('not corrected');
  });
});

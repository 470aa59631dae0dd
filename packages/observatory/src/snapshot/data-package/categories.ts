import { RUNGS, type Rung, SIGNALS, type Signal, STANCES, type Stance, TARGETS, type Target } from '@marsad/records';
import type { Field } from './table.js';

type Categories = NonNullable<Field['categories']>;

const labelled = <Code extends string>(codes: readonly Code[], labels: Readonly<Record<Code, string>>): Categories =>
  codes.map((value) => ({ value, label: labels[value] }));

const signalLabels: Record<Signal, string> = {
  hate: 'hate against people for what they are',
  extremism: 'violent extremism',
  polarisation: 'hostility between groups',
  offensive: 'offensive words',
  bridging: 'words that bring groups together',
};
const targetLabels: Record<Target, string> = {
  'race-ethnicity': 'race or ethnicity',
  'nationality-migration': 'nationality or migration',
  antisemitism: 'Jews',
  'anti-muslim': 'Muslims',
  'anti-christian': 'Christians',
  'other-religion-or-belief': 'another religion or belief',
  sectarian: 'a branch of a religion',
  'anti-roma': 'Roma',
  gender: 'gender',
  'sexual-orientation-gender-identity': 'sexual orientation or gender identity',
  disability: 'disability',
  other: 'another group',
};
const rungLabels: Record<Rung, string> = {
  coordinates: 'coordinates of the post',
  'place-tag': 'a place tag on the post',
  mention: 'a place named in the text',
  'source-home': 'the neighbourhood that the source is about',
  city: 'the city, no neighbourhood known',
  none: 'not of the city',
};
const stanceLabels: Record<Stance, string> = {
  endorsing: 'stands behind what it says',
  reporting: 'reports what others say',
  countering: 'speaks against it',
  reclaimed: 'a group speaks of itself',
  unclear: 'cannot be told',
};

/** What the codes of the tables mean; other languages are in the observatory's page. */
export const CATEGORIES = {
  level: labelled(['city', 'district', 'neighbourhood'], {
    city: 'the city as a whole, every post once',
    district: 'a district, every post of its neighbourhoods once',
    neighbourhood: 'a neighbourhood',
  }),
  codeList: labelled(['language', 'rung'], {
    language: 'the language of the post',
    rung: 'what says where the post belongs',
  }),
  status: labelled(['shown', 'suppressed', 'no-data'], {
    shown: 'passed the publish gate',
    suppressed: 'hidden by the publish gate',
    'no-data': 'no post was collected',
  }),
  reason: labelled(
    ['too-few-posts', 'too-few-authors', 'too-few-sources', 'one-author-dominates', 'protects-another-cell'],
    {
      'too-few-posts': 'too few posts',
      'too-few-authors': 'too few authors',
      'too-few-sources': 'too few sources',
      'one-author-dominates': 'one author wrote most of it',
      'protects-another-cell': 'another hidden block could be found out by subtraction',
    },
  ),
  signal: labelled(SIGNALS, signalLabels),
  target: labelled(TARGETS, targetLabels),
  rung: labelled(RUNGS, rungLabels),
  stance: labelled(STANCES, stanceLabels),
  severity: labelled(['1', '2', '3', '4', '5'], {
    '1': 'stereotype',
    '2': 'insult',
    '3': 'dehumanisation',
    '4': 'exclusion',
    '5': 'violence',
  }),
  versusCity: labelled(['above', 'below', 'cannot-tell'], {
    above: 'above the city',
    below: 'below the city',
    'cannot-tell': 'cannot be told from the city',
  }),
  method: labelled(['labels', 'model-card'], {
    labels: 'corrected by labels of posts of this city',
    'model-card': 'corrected by error rates measured elsewhere',
  }),
  quadrant: labelled(['high-high', 'low-high', 'low-low', 'high-low'], {
    'high-high': 'high among high',
    'low-high': 'low among high',
    'low-low': 'low among low',
    'high-low': 'high among low',
  }),
  found: labelled(['high-high', 'low-high', 'low-low', 'high-low', 'hot', 'cold'], {
    'high-high': 'high among high',
    'low-high': 'low among high',
    'low-low': 'low among low',
    'high-low': 'high among low',
    hot: 'hot spot',
    cold: 'cold spot',
  }),
  series: labelled(['raw', 'panel'], {
    raw: 'the published counts',
    panel: 'the sources that were there all the time',
  }),
  event: labelled(['added', 'unreachable', 'refused', 'gap', 'back'], {
    added: 'its first post',
    unreachable: 'did not answer',
    refused: 'does not let itself be read',
    gap: 'was not asked',
    back: 'is read again',
  }),
  stage: labelled(['item', 'document', 'post'], {
    item: 'entries of sources that never became a post, exactly',
    document: 'pages that were not read, exactly',
    post: 'where posts ended, rounded to tens',
  }),
} as const;

import { FORMS, type Stance } from '@marsad/records';
import type { Chance } from '../../chance.js';
import { TOLD_STANCES } from '../../linear/heads.js';
import type { Example, Labels } from '../example.js';
import { fillTemplate } from './fill-template.js';
import type { FunctionalFile, Template } from './functional-file.js';
import { varyWriting } from './vary-writing.js';

const stanceOf = ({ stance, labels }: Template): Stance =>
  stance ??
  (labels.hate === 1 || labels.extremism === 1 || labels.polarisation === 1 || labels.offensive === 1
    ? 'endorsing'
    : 'unclear');

/** Everything a template says of its texts: a head that it does not name is 0, offence beside hate is unknown. */
const labelsOf = (template: Template): Labels => {
  const { labels, form } = template;
  const stance = stanceOf(template);
  const result: Labels = {
    hate: labels.hate ?? 0,
    extremism: labels.extremism ?? 0,
    polarisation: labels.polarisation ?? 0,
    bridging: labels.bridging ?? 0,
  };
  // Hateful texts may well be offensive too: the taxonomy keeps them apart, so they say nothing of that head.
  if (labels.offensive !== undefined || labels.hate !== 1) result.offensive = labels.offensive ?? 0;
  if (labels.hate === 1 && form) for (const each of FORMS) result[`form:${each}`] = each === form ? 1 : 0;
  for (const each of TOLD_STANCES) result[`stance:${each}`] = each === stance ? 1 : 0;
  return result;
};

/** Everyday talk is most of what people write: it gets several shares. */
const EVERYDAY = 8;
const sharesOf = (functionality: string): number => (functionality === 'everyday' ? EVERYDAY : 1);

/**
 * Texts of a functional set: every functionality gets the same share, every template of it too, filled and written by
 * chance. Half of the texts are learnt with a part of the lexicon hidden.
 * @param count how many texts to write; repeated ones are left out
 */
export const functionalExamples = (file: FunctionalFile, count: number, weight: number, chance: Chance): Example[] => {
  const byFunctionality = new Map<string, Template[]>();
  for (const template of file.templates) {
    const list = byFunctionality.get(template.functionality) ?? [];
    list.push(template);
    byFunctionality.set(template.functionality, list);
  }
  const seen = new Set<string>();
  const examples: Example[] = [];
  const shares = [...byFunctionality.keys()].reduce((sum, functionality) => sum + sharesOf(functionality), 0);
  for (const [functionality, templates] of byFunctionality) {
    const texts = templates.flatMap((template) => template.texts.map((written) => ({ template, written })));
    const share = Math.ceil((count * sharesOf(functionality)) / shares);
    for (let at = 0; at < share; at++) {
      const { template, written } = texts[at % texts.length] ?? chance.pick(texts);
      const filled = fillTemplate(file, template, written, chance);
      if (!filled || seen.has(filled.text)) continue;
      seen.add(filled.text);
      examples.push({
        source: `functional ${file.language}`,
        text: varyWriting(filled.text, chance),
        labels: labelsOf(template),
        weight,
        foldKey: `${file.language} ${functionality} ${written}`,
        labelledBy: `functional ${file.language}`,
        hideTerms: chance.next() < 0.5,
      });
    }
  }
  return examples;
};

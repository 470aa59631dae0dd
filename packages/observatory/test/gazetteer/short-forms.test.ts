import { describe, expect, it } from 'vitest';
import { openGazetteer } from '../../src/gazetteer/open-gazetteer.js';

const { findMentions } = openGazetteer([
  { areaId: 'cheesman', names: ['Cheesman Park'] },
  { areaId: 'wash', names: ['Washington Park'] },
  { areaId: 'elyria', names: ['Elyria Swansea', 'Elyria-Swansea'] },
  { areaId: 'agdal', names: ['Agdal Riyad'] },
  { areaId: 'mathare', names: ['Mathare North'] },
  { areaId: 'deurne-east', names: ['Deurne Dorp'] },
  { areaId: 'deurne-field', names: ['Deurne Vlieghaven'] },
  { areaId: 'route', names: ['Route de Tunis'] },
  { areaId: 'tebbaneh', names: ['Bab al-Tebbaneh', 'باب التبانة'] },
  { areaId: 'bouknadel', names: ['سيدي بوقنادل'] },
  { areaId: 'neukoelln', names: ['Neukölln'] },
  { areaId: 'henri', names: ['Saint-Henri'] },
  { areaId: 'bush', names: ["Shepherd's Bush"] },
  { areaId: 'lake', names: ['Sloan Lake'] },
  { areaId: 'farez', names: ['الضم والفرز'] },
]);
const found = (text: string) => findMentions(text).map(({ start, end, areaId }) => [areaId, text.slice(start, end)]);

describe('shorter forms of a name', () => {
  it.each([
    ['sunset at Cheesman', 'cheesman', 'Cheesman'],
    ['two laps around Wash Park', 'wash', 'Wash Park'],
    ['clean air in Swansea', 'elyria', 'Swansea'],
    ["un sit-in à l'Agdal", 'agdal', 'Agdal'],
    ['ولاد التبانة بدهم شغل', 'tebbaneh', 'التبانة'],
    ['حادث في بوقنادل', 'bouknadel', 'بوقنادل'],
  ])('are found beside a cue: %s', (text, area, slice) => {
    expect(found(text)).toEqual([[area, slice]]);
  });

  it.each([
    ['Cheesman', 'Was Cheesman late again', 'without a cue'],
    ['Mathare', 'floods in Mathare', 'a part is not the whole'],
    ['Deurne', 'a fire in Deurne', 'two areas begin so'],
    ['Tunis', 'landed in Tunis', 'it is a city'],
    ['Tebbaneh', 'we met in Tebbaneh', 'what follows a head is mostly a word: not without an announcement'],
  ])('are not: %s in «%s» (%s)', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('other spellings of a name', () => {
  it.each([
    ['shots in Neukoelln', 'neukoelln', 'Neukoelln'],
    ['voiture brûlée à St-Henri', 'henri', 'St-Henri'],
    ['voiture brûlée à St. Henri', 'henri', 'St. Henri'],
    ['Shepherds Bush is loud', 'bush', 'Shepherds Bush'],
    ["Shepherd's Bush is loud", 'bush', "Shepherd's Bush"],
    ["boats on Sloan's Lake", 'lake', "Sloan's Lake"],
    ['شقق في الضم و الفرز', 'farez', 'الضم و الفرز'],
  ])('%s', (text, area, slice) => {
    expect(found(text)).toEqual([[area, slice]]);
  });
});

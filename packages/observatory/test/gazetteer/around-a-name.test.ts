import { describe, expect, it } from 'vitest';
import { openGazetteer } from '../../src/gazetteer/open-gazetteer.js';

const areasIn = (names: readonly string[], text: string, cityNames?: readonly string[]): string[] =>
  openGazetteer(
    names.map((name) => ({ areaId: name, names: [name] })),
    cityNames ? { cityNames } : {},
  )
    .findMentions(text)
    .map(({ areaId }) => areaId);

describe('what stands around a name', () => {
  it.each([
    ['Nouri', 'M. Nouri a présenté sa démission', 'a title with a full stop'],
    ['Wartenberg', 'Frau Wartenberg ist heute nicht im Büro', 'a German title'],
    ['Noailles', 'le duc de Noailles était maréchal', 'a title before a particle'],
    ['Berkeley', 'J. Berkeley wrote about matter', 'an initial'],
    ['Rosenthal', 'Alfred Rosenthal, chimiste, est mort', 'a given name'],
    ['Bouzayane', 'the new head is Chaker Bouzayane', 'a word with a capital inside the sentence'],
    ['Ameur', 'Ameur Ben Ali, historien, publie un livre', 'the name of a father'],
    ['Tudor', "L'histoire des Tudor me passionne", 'a family'],
    ['Mina', "Mina m'a appelée hier", 'somebody who calls'],
    ['Berkeley', 'UC Berkeley students walked out', 'an institution'],
    ['Saint Pauli', 'St. Pauli beat Horne 3-1', 'a team'],
    ['Spandau', 'Spandau Ballet on the radio', 'a longer name that is not ours'],
    ['Gesundbrunnen', 'Gesundbrunnen in Kleinhausen bekommt eine Schule', 'a town that nobody listed'],
  ])('makes it another’s: %s in «%s» (%s)', (name, text) => {
    expect(areasIn([name], text)).toEqual([]);
  });

  it.each([
    ['Nouri', 'a fire in Nouri. M. Karam a présenté sa démission'],
    ['Marzahn', 'stickers all over Marzahn again'],
    ['Westwood', 'Hubo una redada en Westwood esta mañana'],
    ['Montbello', 'families in Montbello in August'],
    ['الزمردي', 'رحت للزمردي مشوار طويل'],
    ['زمردة', 'لزمردة تاريخ طويل'],
    ['Zamrak', 'zahma fe zamrak dlw2ty'],
    ['الزمردي', 'قطعو الضو على الزمردي كامل'],
    ['Zamrak', 'Zamrak is being demolished'],
    ['Zamrak', 'Cambriolages en série à zamrak, soyez vigilants'],
  ])('leaves it ours: %s in «%s»', (name, text) => {
    expect(areasIn([name], text)).toEqual([name]);
  });

  it('chooses between a name with an article and the same without', () => {
    const names = ['Castellane', 'La Castellane'];
    expect(areasIn(names, 'une fête à la Castellane')).toEqual(['La Castellane']);
    expect(areasIn(names, 'une fête à Castellane')).toEqual(['Castellane']);
  });
});

describe('a name that two areas bear', () => {
  it('is the one’s whose full name it is', () => {
    expect(areasIn(['Bellmor', 'Cité Bellmor'], 'incendie à Bellmor')).toEqual(['Bellmor']);
    expect(areasIn(['Bellmor', 'Cité Bellmor'], 'incendie à la cité Bellmor')).toEqual(['Cité Bellmor']);
  });
});

describe('the city of a gazetteer', () => {
  const salé = ['Bettana', 'Tabriquet', 'Layayda', 'Hssaine'];
  const rabat = ['Souissi', 'Touarga', 'Yacoub El Mansour'];

  it('is told by the names on its map, and not by those that a neighbouring city has as well', () => {
    const names = ['الصفا', 'السامر', 'الشرفية', 'غليل', 'العليا', 'النسيم', 'الفيصلية'];
    expect(areasIn(names, 'حفر في حي السامر في جدة')).toEqual(['السامر']);
    expect(areasIn(names, 'برج الفيصلية في الرياض')).toEqual([]);
  });

  it('may be two that share a map', () => {
    expect(areasIn([...rabat, ...salé], 'clashes in Layayda, Salé')).toEqual(['Layayda']);
    expect(areasIn([...rabat, ...salé], 'clashes in Souissi, Rabat')).toEqual(['Souissi']);
  });

  it('is not another city of one of its areas’ names', () => {
    expect(areasIn([...rabat, ...salé], 'clashes in Souissi, Casablanca')).toEqual([]);
  });

  it('is the one of two of the same name whose areas it has', () => {
    expect(areasIn(['Jabal Mohsen', 'Abou Samra', 'Beddawi'], 'calm in Abou Samra, Tripoli')).toEqual(['Abou Samra']);
    expect(areasIn(['Abu Salim', 'Tajoura', 'Janzour'], 'calm in Abu Salim, Tripoli')).toEqual(['Abu Salim']);
  });

  it('is none of the known ones when nothing tells which it is: what lies in a known city lies there', () => {
    expect(areasIn(['Tahrir Square', 'Blue Hollow'], 'Tahrir Square in Cairo was full again')).toEqual([]);
    expect(areasIn(['Tahrir Square', 'Blue Hollow'], 'Tahrir Square was full again')).toEqual(['Tahrir Square']);
  });

  it('keeps an area whose name begins like that of a region', () => {
    expect(areasIn(['Virginia Village', 'Globeville', 'Montbello'], 'a fire in Virginia Village')).toEqual([
      'Virginia Village',
    ]);
  });
});

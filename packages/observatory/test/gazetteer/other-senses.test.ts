import { describe, expect, it } from 'vitest';
import { openGazetteer } from '../../src/gazetteer/open-gazetteer.js';

const areasIn = (names: readonly string[], text: string, cityNames?: readonly string[]): string[] =>
  openGazetteer(
    names.map((name) => ({ areaId: name, names: name.split('|') })),
    cityNames ? { cityNames } : {},
  )
    .findMentions(text)
    .map(({ areaId }) => areaId);

describe('a name with another sense', () => {
  it.each([
    ['Saint-Fiacre', 'Saint Fiacre, patron des jardiniers, né en Irlande', 'a saint'],
    ['Saint-Fiacre', "La Saint-Fiacre, fête des fleurs au village, c'est un proverbe", 'a feast'],
    ['Saint-Fiacre', 'Saint-Fiacre, 41 ans, chanteur, sort un disque', 'somebody of an age'],
    ['Tervuren', 'Anna de Tervuren a écrit ses lettres', 'a family that has its name from a place'],
    ['أبو شادي', 'الأستاذ غسان أبو شادي مدير المدرسة', 'a title, a given name and a family'],
    ['باب القمر', 'شفت فيلم باب القمر مع اخوي', 'a film'],
    ['سان مارينو', 'معاهدة سان مارينو انهت الحرب', 'a treaty'],
    ['Bellmor', 'HMS Bellmor sank in 1914', 'a ship'],
    ['عين زمرد', 'جامعة عين زمرد تعلن النتائج', 'a university'],
    ['Zamrak', 'Al Hadaf v Zamrak tonight', 'a match'],
    ['Hocine Dar', 'NA Hocine Dar relégué', 'a club by its initials'],
    ['Bellmor', 'mes Bellmor boots sont usées', 'goods'],
    ['Bellmor', 'Hail Bellmor! Rewatching the trailer tonight', 'a story on a screen'],
    ['Bellmor', 'Dave Bellmor on the radio was hilarious', 'a surname at the head of a sentence'],
    ['Northern Quarter', 'a northern quarter of the country voted no', 'one of several parts'],
    ['الرايس زمرد', 'الرايس زمرد قائد البحرية استشهد سنة 1815', 'somebody of long ago with a title'],
    ['Bellmor', 'My Bellmor leaks, never again', 'what somebody owns'],
    ['La Cerise', 'une tarte à la cerise pour six', 'a fruit'],
    ['Le Tiroir', 'Le tiroir est coincé', 'a thing of the house'],
    ['Victor Hugo|فيكتور هيغو', 'نقرا لفيكتور هيغو كل ليلة', 'a person, told by the name in another script'],
    ['القبة', 'قبة ذهبية كبيرة', 'a noun without its article'],
    ['القبة', 'صلينا في قبة المسجد', 'a noun that another one determines'],
    ['Saint-Fiacre', 'mariage à Saint-Fiacre-de-Monts', 'a longer name tied by hyphens'],
    ['Bellmor', 'régate à Bellmor-sur-Mer', 'a town by its river or sea'],
    ['السيدة كوثر', 'السيدة كوثر رضي الله عنها', 'a blessing'],
    ['Saint-Fiacre', 'Saint Fiacre, prie pour nous', 'a saint without the hyphen of a place'],
    ['باب الحرش', 'مسلسل باب الحرش رائع', 'a series'],
    ['Gambetta', 'Gambetta proclama la République', 'a person whom cities honour'],
  ])('is not taken for the area: %s in «%s» (%s)', (name, text) => {
    expect(areasIn([name], text)).toEqual([]);
  });

  it.each([
    ['Saint-Fiacre', 'coupure de courant à Saint-Fiacre'],
    ['Saint-Fiacre', 'marché de St Fiacre annulé'],
    ['Saint-Fiacre', 'Saint-Fiacre sous la neige ce matin'],
    ['Le Tiroir', 'un incendie au Tiroir cette nuit'],
    ['القبة', 'حريق في القبة'],
    ['Saint-Fiacre', 'les voisins de Saint-Fiacre-Nord se plaignent'],
    ['Tervuren', "Ma tante de Tervuren n'a plus d'eau"],
  ])('is the area beside a cue: %s in «%s»', (name, text) => {
    expect(areasIn([name], text)).toEqual([name]);
  });
});

describe('another town', () => {
  it.each([
    ['Wadhurst', 'Wadhurst, PA school board meets', 'a state'],
    ['Montfavet', 'rafting à Montfavet (04) dimanche', 'a département'],
    ['Bellmor', 'Bellmor in Telford: fire at a farm', 'a town without areas of its own'],
    ['ميامي', 'إعصار يقترب من ميامي وفلوريدا تعلن الطوارئ', 'a state beside its city'],
  ])('has the name: %s in «%s» (%s)', (name, text) => {
    expect(areasIn([name], text, ['Rivertown'])).toEqual([]);
  });

  it('is not meant by a street that is called so', () => {
    expect(areasIn(['Bellmor'], 'in Bellmor, Oxford Road, a fire')).toEqual(['Bellmor']);
    expect(areasIn(['Bellmor'], 'Bellmor, rue de Strasbourg : accident', ['Rivertown'])).toEqual(['Bellmor']);
  });

  it('is no word that differs in its letters', () => {
    expect(areasIn(['Marolles'], 'marché des Marolles, place de la Lile', ['Rivertown'])).toEqual(['Marolles']);
  });
});

describe('two names of areas', () => {
  it.each(['مسيرة من التل للقبة', 'سرفيس من التل ع القبة بخمسين', 'الطريق بين التل والقبة مقطوعة'])(
    'at the ends of a way are places though each is a word: «%s»',
    (text) => {
      expect(areasIn(['التل', 'القبة'], text)).toEqual(['التل', 'القبة']);
    },
  );

  it('may be words all the same', () => {
    expect(areasIn(['التل', 'القبة'], 'قبة ذهبية فوق تل صغير')).toEqual([]);
  });
});

describe('spelling', () => {
  it.each([
    ['Les Hirondelles', 'marché des Hirondelles fermé', 'the article in the preposition'],
    ['ZUMO', "à l'hôpital de l'ZUMO", 'an acronym after an article'],
    ['كرموس', 'زحمة في كرمووووس', 'a letter drawn out'],
    ['Zahrieh', 'a fire in Zahrié', 'a last h that is not heard'],
    ['Abu Dir', 'Fishermen in Aboudir say the bay is dying', 'an Arabic head written onto its name'],
    ['Alum Vale', 'lads from Alumvale play on Saturday', 'two words run together, with a capital'],
    ['Saint-Josse', 'حريق في سان جوس', 'a saint in Arabic letters'],
    ['Chapelfordtown', 'Chapelfrodtown carnival', 'two letters of a long word changed over'],
    ['كامب شيزان', 'وقع بيت في كامب شيزن', 'a letter left out of a short word beside a right one'],
    ['Rue Zumo', 'Zumo street is one big parking lot', 'the word for a street in another tongue'],
    ['شارع زومو', 'accident Rue Zoumou', 'a street in another script'],
    ['Bellmor', 'Bellmor town hall has a queue', 'two words that confirm it'],
  ])('%s is found in «%s» (%s)', (name, text) => {
    expect(areasIn([name], text)).toEqual([name]);
  });

  it('of a city before its quarter makes it ours', () => {
    expect(areasIn(['Midi'], 'thieves all over Brussels Midi tonight', ['Brussels'])).toEqual(['Midi']);
  });
});

describe('names that are hardly names', () => {
  it('of a number or a letter alone are not looked for in every text', () => {
    expect(areasIn(['5', 'X', '!!', '😀', ''], 'at 5 we met X 😀 !! in 5 minutes')).toEqual([]);
    expect(areasIn(['District 5'], 'a fire in District 5')).toEqual(['District 5']);
  });

  it('with signs of patterns are words like any other', () => {
    expect(areasIn(['Bell.*mor (Old)', '[Zumo', '$^'], 'a fire in Zumo and another in Bellzzmor')).toEqual(['[Zumo']);
  });

  it('as long as a book are left out, and the others are found', () => {
    expect(areasIn(['a b '.repeat(5000), 'Bellmor'], 'a fire in Bellmor')).toEqual(['Bellmor']);
  });

  it('that are properties of every object are names', () => {
    expect(areasIn(['Constructor', '__proto__'], 'a fire in Constructor')).toEqual(['Constructor']);
  });
});

describe('offsets', () => {
  it('are UTF-16 code units of the text as given: past emoji, marks and letters taken apart', () => {
    const text = '😀👨‍👩‍👧 une fête à E\u0301toile-Bellmor, puis سَمُّوحَة';
    const found = openGazetteer([
      { areaId: 'a', names: ['Étoile-Bellmor'] },
      { areaId: 'b', names: ['سموحة'] },
    ]).findMentions(`${text} وفي سموحة`);
    expect(found.map(({ start, end }) => `${text} وفي سموحة`.slice(start, end))).toContain('E\u0301toile-Bellmor');
    expect(found.map(({ start, end }) => `${text} وفي سموحة`.slice(start, end))).toContain('سموحة');
  });
});

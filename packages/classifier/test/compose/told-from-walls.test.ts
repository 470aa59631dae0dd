import { describe, expect, it } from 'vitest';
import { openLexiconEngine } from '../../src/models/lexicon-engine.js';

const engine = openLexiconEngine();
const codes = (text: string): string[] => {
  const answer = engine.judge({ id: 'p', text });
  if ('error' in answer) throw new Error(answer.error.message);
  return answer.signals.map(({ code }) => code);
};

describe('words met on walls, and harmless duties of people', () => {
  it.each([
    'Dehors les étrangers ! était écrit sur le mur, les voisins l’ont effacé.',
    'Mort aux juifs tagué sur la synagogue cette nuit, la mairie porte plainte.',
    'Dehors les Arabes, c’est ce qu’on lit sur la porte de l’école depuis lundi, quelqu’un peut nettoyer ?',
    'Les musulmans n’ont rien à faire aujourd’hui c’est férié.',
    'Les juifs n’ont rien à faire le samedi.',
    'Les réfugiés n’ont rien à faire de leurs journées en attendant leurs papiers.',
    'المغاربة خاصهم يمشيو للسفارة باش ياخدو الباسبور',
  ])('are no hate: %s', (text) => {
    expect(codes(text)).not.toContain('hate');
  });

  it.each(['Les musulmans n’ont rien à faire ici.', 'المغاربة خاصهم يمشيو فحالهم'])(
    'are hate when said in earnest: %s',
    (text) => {
      expect(codes(text)).toContain('hate');
    },
  );
});

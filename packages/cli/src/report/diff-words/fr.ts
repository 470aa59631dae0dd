import type { DiffWords, Writing } from './words.js';

const weeks = (value: number, { plural }: Writing): string => plural(value, { one: '# semaine', other: '# semaines' });

const blocks = (value: number, { plural }: Writing): string =>
  plural(value, { one: '# groupe de semaines', other: '# groupes de semaines' });

const signals = {
  hate: 'haine',
  extremism: 'extrémisme',
  polarisation: 'polarisation',
  offensive: 'simple injure',
  bridging: 'rapprochement',
};

const reasons = {
  'too-few-posts': 'trop peu de publications',
  'too-few-authors': 'trop peu d’auteurs',
  'too-few-sources': 'trop peu de sources',
  'one-author-dominates': 'un auteur en a écrit la plupart',
  'protects-another-cell': 'protège un autre chiffre',
};

const rules = {
  minimumPosts: 'nombre minimal de publications',
  minimumAuthors: 'nombre minimal d’auteurs',
  minimumSources: 'nombre minimal de sources',
  maximumTopAuthorShare: 'part maximale d’un seul auteur',
};

const events = {
  added: 'a été ajoutée',
  unreachable: 'est restée injoignable',
  refused: 'a refusé de répondre',
  gap: 's’est tue',
  back: 'est revenue',
};

const groundOf = (ground: readonly { area: string | null; share: number }[], { percent, list }: Writing): string =>
  list(
    ground.map(({ area, share }) => `${percent(share)} ${area === null ? 'hors de tout quartier' : `dans ${area}`}`),
  );

/** What changed between two snapshots, in French. */
export const FR: DiffWords = {
  same: 'Les deux instantanés sont identiques.',
  sameBut: (from, to) => {
    const tiers = { public: 'public', partner: 'partenaires', restricted: 'restreint' };
    const version = (of: number | null): string => (of === null ? 'non signé' : `version ${of}`);
    return `Au niveau public, les deux instantanés disent la même chose. Le premier : niveau ${tiers[from.tier]}, ${version(from.version)} ; le second : niveau ${tiers[to.tier]}, ${version(to.version)}.`;
  },
  finding: 'ANOMALIE',
  undated: 'publications sans date',
  between: (first, last) => `de ${first} à ${last}`,
  signals,
  reasons,
  rules,
  more: (more, { plural }) => plural(more, { one: '… et # autre du même genre', other: '… et # autres du même genre' }),
  sentences: {
    'model-changed': ({ from, to }) =>
      `Un autre modèle a jugé les publications : ${to.name} ${to.version} au lieu de ${from.name} ${from.version}. Les chiffres des deux instantanés ne sont pas comparables.`,
    'format-changed': ({ from, to }) => `Le format des instantanés est passé de ${from} à ${to}.`,
    'rule-changed': ({ rule, from, to }, { number }) =>
      `Le filtre de publication a changé : ${rules[rule]} ${number(to)} au lieu de ${number(from)}.`,
    'weeks-changed': ({ to, added, removed }, writing) =>
      [
        to === null ? 'Il ne couvre plus aucune semaine' : `Semaines couvertes : ${writing.weeks(to)}`,
        added > 0 ? `${weeks(added, writing)} de plus` : '',
        removed > 0 ? `sans ${weeks(removed, writing)} de l’ancien` : '',
      ]
        .filter((part) => part !== '')
        .join(', ')
        .concat('.'),
    'source-added': ({ name, week }) =>
      `Nouvelle source : ${name}${week === null ? '' : `, avec des publications depuis ${week}`}.`,
    'source-removed': ({ name }) => `Une source a disparu : ${name}.`,
    'source-event': ({ name, event, week }) =>
      `La source ${name} ${events[event]}${week === null ? '' : ` en ${week}`}.`,
    'areas-edition': ({ from, to }) => `Édition des quartiers : ${to ?? 'sans nom'}, auparavant ${from ?? 'sans nom'}.`,
    'area-added': ({ names }, { name }) => `Nouveau quartier : ${name(names)}.`,
    'area-renamed': ({ names, from }, { name }) => `${name(from)} s’appelle désormais ${name(names)}.`,
    'area-removed': ({ names, ground }, writing) =>
      `Le quartier ${writing.name(names)} n’existe plus${
        ground.length === 0 ? '' : ` ; son sol : ${groundOf(ground, writing)}`
      }.`,
    'area-moved': ({ names, ground }, writing) =>
      `Les limites de ${writing.name(names)} ont changé${
        ground.length === 0 ? '' : ` ; son ancien sol : ${groundOf(ground, writing)}`
      }. Ses chiffres portent sur un autre territoire.`,
    'blocks-shown': ({ names, weeks: of }, writing) =>
      `${writing.name(names)} : ${writing.plural(of.length, { one: '# groupe de semaines montré pour la première fois', other: '# groupes de semaines montrés pour la première fois' })} (${writing.list(of.map(writing.weeks))}).`,
    'blocks-hidden': ({ names, weeks: of, reasons: why }, writing) =>
      `${writing.name(names)} : ${writing.plural(of.length, { one: '# groupe de semaines désormais masqué', other: '# groupes de semaines désormais masqués' })} (${writing.list(of.map(writing.weeks))}) : ${writing.list(why.map((one) => reasons[one]))}.`,
    'blocks-merged': ({ names, from, weeks: into }, writing) =>
      `${writing.name(names)} : désormais donné d’un seul bloc, ${writing.weeks(into)} (auparavant : ${writing.list(from.map(writing.weeks))}).`,
    'answers-revised': ({ names, why, weeks: of }, writing) =>
      `${writing.name(names)} : ${writing.plural(of.length, { one: '# groupe de semaines révisé', other: '# groupes de semaines révisés' })} (${writing.list(of.map(writing.weeks))}), ${
        why === 'judged-anew'
          ? 'les mêmes publications ayant été jugées à nouveau'
          : 'les nouvelles publications suffisant à elles seules à être publiées'
      }.`,
    'answer-changed': ({ names, weeks: of, posts }, { name, number, weeks: write }) =>
      `${name(names)}, ${write(of)} : un groupe de semaines clos donne d’autres chiffres (${number(posts.from)} publications auparavant, ${number(posts.to)} à présent) alors qu’il devrait garder sa réponse. En soustrayant l’un de l’autre, on apprend ce que le filtre de publication masque.`,
    'answer-withdrawn': ({ names, weeks: of, into }, { name, list, weeks: write }) =>
      `${name(names)}, ${write(of)} : un chiffre publié ${
        into.length === 0 ? 'est masqué' : `a été redécoupé (${list(into.map(write))})`
      } alors qu’aucune règle n’a été relevée.`,
    'estimates-changed': ({ why, blocks: of, labels }, writing) =>
      `Les parts corrigées de ${blocks(of, writing)} ont bougé sans que leurs publications changent : ${
        {
          labels: `elles reposent sur ${writing.number(labels.to)} annotations au lieu de ${writing.number(labels.from)}`,
          model: 'un autre modèle juge',
          'more-weeks': 'davantage de semaines de la ville sont connues',
          'reckoned-anew': 'elles ont été recalculées',
        }[why]
      }.`,
    'level-changed': ({ names, signal, series, weeks: of }, { name, list }) =>
      `${name(names)}, ${signals[signal]} : la part non corrigée${
        series === 'panel' ? ', sur les sources présentes tout du long,' : ''
      } change de niveau à partir de ${list(of)}. Cela dit quand, jamais pourquoi.`,
    'surge-told': ({ signal, weeks: of }, { list }) =>
      `La ville, ${signals[signal]} : les publications signalées ont atteint le double de leur nombre habituel dans le groupe de semaines qui commence par ${list(of)}. Cela dit quand, jamais pourquoi.`,
    'real-change': ({ names, signal, direction, before, after, sourcesChanged }, { name, percent, weeks: write }) =>
      `${name(names)}, ${signals[signal]} : ${direction === 'up' ? 'plus' : 'moins'} qu’auparavant, au-delà du hasard : ${percent(after.rate)} (intervalle de ${percent(after.low)} à ${percent(after.high)}) pour ${write(after.weeks)}, contre ${percent(before.rate)} (de ${percent(before.low)} à ${percent(before.high)}) pour ${write(before.weeks)}.${
        sourcesChanged ? ' Les sources ont changé entre-temps et peuvent en être la cause.' : ''
      }`,
    'no-clear-change': ({ compared }, { plural }) =>
      `Aucun changement net : ${plural(compared, { one: '# part corrigée comparée', other: '# parts corrigées comparées' })} aux semaines précédentes, aucune ne s’en écarte au-delà du hasard.`,
    'cannot-tell': ({ why }) =>
      `Impossible de dire si les propos ont changé : ${
        {
          'no-new-weeks': 'il n’y a pas de nouvelles semaines.',
          'other-model': 'un autre modèle a jugé les semaines précédentes.',
          'no-labels':
            'aucun quartier n’a, avant et après, de parts corrigées qui reposent sur assez d’annotations de cette ville.',
        }[why]
      }`,
  },
};

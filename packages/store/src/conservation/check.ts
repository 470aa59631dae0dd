import { type Conservation, type DocumentState, documentState, type ItemState, itemState } from '@marsad/records';
import { countRows } from '../counts.js';
import { tallyIsCurrent } from '../marks.js';
import type { Database, Reading } from '../tables.js';
import { count, QUESTIONS } from './questions.js';

type Counted = { key: string; count: number };

const byKey = (rows: readonly Counted[]): Record<string, number> =>
  Object.fromEntries(
    rows.map(({ key, count }): [string, number] => [key, Number(count)]).sort(([a], [b]) => (a < b ? -1 : 1)),
  );

const sum = (counts: Record<string, number>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);

const countByState = async (db: Reading, table: 'documents' | 'items'): Promise<Record<string, number>> =>
  byKey(
    await db
      .selectFrom(table)
      .select((eb) => ['state as key', eb.fn.countAll<number>().as('count')])
      .groupBy('state')
      .execute(),
  );

/** All states of the list, 0 where there is none, so that a reader need not know what may be missing. */
const everyState = <State extends string>(
  states: readonly State[],
  counts: Record<string, number>,
): Record<State, number> => {
  const filled = {} as Record<State, number>;
  for (const state of states) filled[state] = counts[state] ?? 0;
  return filled;
};

const unknownStates = (what: string, known: readonly string[], counts: Record<string, number>): string[] =>
  Object.entries(counts)
    .filter(([state]) => !known.includes(state))
    .map(([state, number]) => `${number} ${what} are in the unknown state ${JSON.stringify(state)}`);

const judgementCounts = async (db: Reading): Promise<{ coded: number; undetermined: number }> => {
  const all = await countRows(db, 'judgements');
  const undetermined = await count(
    db
      .selectFrom('judgements')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('undetermined', 'is not', null),
  );
  return { coded: all - undetermined, undetermined };
};

/**
 * Asks the database whether the conservation law holds: nothing lost, nothing counted twice, every count with its reason.
 * The equations that need a finished tally are asked only while it is current, that is, until a later collect, classify
 * or place changes what it counted.
 * @returns the numbers of both sides, and one sentence for each broken equation
 */
export const checkConservation = (db: Database): Promise<Conservation> =>
  db
    .transaction()
    .setAccessMode('read only')
    .execute(async (trx) => {
      const documents = await countByState(trx, 'documents');
      const items = await countByState(trx, 'items');
      const posts = await countRows(trx, 'posts');
      const outcomes = byKey(
        await trx
          .selectFrom('outcomes')
          .select((eb) => ['outcome as key', eb.fn.countAll<number>().as('count')])
          .groupBy('outcome')
          .execute(),
      );
      const { coded, undetermined } = await judgementCounts(trx);

      const violations = [
        ...unknownStates('documents', documentState.options, documents),
        ...unknownStates('items', itemState.options, items),
      ];
      for (const { sentence, ask } of QUESTIONS) {
        const found = await ask(trx);
        if (found > 0) violations.push(sentence(found));
      }
      if (coded + undetermined > posts) {
        violations.push(`${coded} coded + ${undetermined} undetermined posts are more than the ${posts} stored`);
      }
      if (await tallyIsCurrent(trx)) {
        if (coded + undetermined < posts) {
          violations.push(`${posts} posts stored, but only ${coded} coded + ${undetermined} undetermined`);
        }
        if (sum(outcomes) !== posts) {
          violations.push(`${posts} posts stored, but ${sum(outcomes)} have an outcome after the tally`);
        }
        if ((outcomes.undetermined ?? 0) !== undetermined) {
          violations.push(
            `${undetermined} posts could not be judged, but ${outcomes.undetermined ?? 0} ended as undetermined`,
          );
        }
      }
      return {
        documents: everyState<DocumentState>(documentState.options, documents),
        items: everyState<ItemState>(itemState.options, items),
        posts,
        outcomes,
        violations,
      };
    });

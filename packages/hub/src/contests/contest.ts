import { type Contest, contest, InputError } from '@marsad/records';
import { readCity } from '../ledger/rows/cities.js';
import { readContest, saveContest } from '../ledger/rows/contests.js';
import { changeHub, type Hub } from '../open-hub.js';
import { checkAbout } from './check-about.js';

const checked = (value: unknown, what: string): Contest => {
  const parsed = contest.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new InputError(
    'bad-contest',
    `${what}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not as expected'}`,
  );
};

/**
 * Raises a contest at this hub: a community or city says that a figure, term or source of a city is wrong. It goes along with
 * every copy from then on, until it is answered.
 * @throws {InputError} for a city that was not invited, an id that is taken, or something that the city's snapshot does not hold
 */
export const raiseContest = async (
  hub: Hub,
  raised: Omit<Contest, 'raised' | 'answer'>,
  now: Date,
): Promise<Contest> => {
  const value = checked({ ...raised, raised: now.toISOString() }, 'contest');
  await checkAbout(hub, value.city, value.about);
  await changeHub(hub, async (trx) => {
    if (!(await readCity(trx, value.city)))
      throw new InputError('unknown-city', `contest: expected a city that was invited, got "${value.city}"`);
    if (await readContest(trx, value.city, value.id))
      throw new InputError('contest-exists', `contest: expected a new id, but ${value.city} has "${value.id}" already`);
    await saveContest(trx, { contest: value, raisedHere: true });
  });
  return value;
};

/**
 * Answers a contest; an answer is never changed, since copies carry it.
 * @throws {InputError} when there is no such contest, or it is answered
 */
export const answerContest = async (
  hub: Hub,
  { city, id, ...answer }: { city: string; id: string; by: string; text: Contest['text'] },
  now: Date,
): Promise<Contest> =>
  changeHub(hub, async (trx) => {
    const known = await readContest(trx, city, id);
    if (!known)
      throw new InputError('no-contest', `contest: expected one of ${city}, there is none with the id "${id}"`);
    if (known.contest.answer)
      throw new InputError(
        'contest-answered',
        `contest: ${city} ${id} was answered on ${known.contest.answer.answered}`,
      );
    const value = checked({ ...known.contest, answer: { ...answer, answered: now.toISOString() } }, 'answer');
    await saveContest(trx, { contest: value, raisedHere: known.raisedHere });
    return value;
  });

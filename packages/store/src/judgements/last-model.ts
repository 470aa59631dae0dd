import { type ModelName, modelName } from '@marsad/records';
import type { Reading } from '../tables.js';

/** The model that judged last, or null when nothing has been judged. */
export const lastModel = async (db: Reading): Promise<ModelName | null> => {
  const row = await db
    .selectFrom('judgements')
    .select(['model_name as name', 'model_version as version'])
    .orderBy('judged_at', 'desc')
    .orderBy('post_id')
    .limit(1)
    .executeTakeFirst();
  return row ? modelName.parse(row) : null;
};

// The whole judgement of a post against what a library takes to name its language alone.
import { prepare, run, unit } from '../language/franc.mjs';

export const name = 'franc alone, five languages';
export { prepare, run, unit };

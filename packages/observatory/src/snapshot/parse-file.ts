import type { z } from 'zod';

/**
 * Reads a JSON file of a snapshot; what is wrong goes to `problems` as a sentence.
 * @param schema what it must be; any JSON when undefined
 * @returns the value, or undefined when there was a problem
 */
export const parseFile = <T = unknown>(
  schema: z.ZodType<T> | undefined,
  path: string,
  bytes: Uint8Array,
  problems: string[],
): T | undefined => {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    problems.push(`${path}: is not JSON (${error instanceof Error ? error.message : String(error)})`);
    return undefined;
  }
  if (!schema) return value as T;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  problems.push(`${path}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not as expected'}`);
  return undefined;
};

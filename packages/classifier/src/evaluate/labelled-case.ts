import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { InputError, SIGNALS, type Signal, signalCode } from '@marsad/records';
import { z } from 'zod';

const zeroOne = z.literal([0, 1]).nullish();

const row = z.object({
  id: z.string().optional(),
  text: z.string(),
  hate: zeroOne,
  offensive: zeroOne,
  signals: z.array(signalCode).optional(),
  functionality: z.string().optional(),
  dialect: z.string().optional(),
  target: z.string().nullish(),
  lang: z.string().optional(),
});

/** A text with what is known of it; a signal that is not in `truth` is unknown there. */
export interface LabelledCase {
  id: string;
  text: string;
  truth: Partial<Record<Signal, 0 | 1>>;
  /** what the case is about, as far as its set says */
  functionality: string | undefined;
  dialect: string | undefined;
  target: string | undefined;
  language: string | undefined;
}

const truthOf = ({ hate, offensive, signals }: z.infer<typeof row>): LabelledCase['truth'] => {
  if (signals) return Object.fromEntries(SIGNALS.map((signal) => [signal, signals.includes(signal) ? 1 : 0]));
  const truth: LabelledCase['truth'] = {};
  if (hate === 0 || hate === 1) truth.hate = hate;
  // The taxonomy keeps hate out of offence: a hateful row says nothing of it.
  if ((offensive === 0 || offensive === 1) && hate !== 1) truth.offensive = offensive;
  return truth;
};

/**
 * Reads labelled texts, JSON Lines (gzip too), one by one: `text` with `hate` and `offensive` (0, 1 or null), or with
 * `signals`, the list of those that hold; `functionality`, `dialect`, `target`, `lang` if the set has them.
 * @throws InputError `bad-labelled-line` naming file and line
 */
export async function* readLabelledCases(path: string): AsyncGenerator<LabelledCase> {
  const bytes = createReadStream(path);
  const lines = createInterface({ input: path.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes });
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line === '') continue;
    let parsed: z.infer<typeof row>;
    try {
      parsed = row.parse(JSON.parse(line));
    } catch (cause) {
      const why = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
      throw new InputError('bad-labelled-line', `${path}, line ${number}: ${why}`, {
        cause,
        remedy:
          'Expected JSON Lines with text, and hate/offensive (0, 1, null) or signals (a list), such as {"text":"…","hate":1} on each line. A CSV becomes that with `jq` or a spreadsheet’s script: one object a row.',
      });
    }
    const { id, text, functionality, dialect, target, lang } = parsed;
    yield {
      id: id ?? String(number),
      text,
      truth: truthOf(parsed),
      functionality,
      dialect,
      target: target || undefined,
      language: lang,
    };
  }
}

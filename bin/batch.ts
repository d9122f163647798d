import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { UnreadableInput } from './errors.ts';

interface Request {
  readonly id: string;
  readonly [field: string]: unknown;
}

interface Failure {
  readonly id: string | null;
  /** Of the file, from 1. */
  readonly line: number;
  readonly error: string;
}

export interface BatchResult {
  readonly answered: number;
  readonly failed: readonly Failure[];
}

/**
 * Answers a file of requests, one JSON object a line, with one line each: {"id", …answer} or {"id", "line", "error"}.
 * A request that fails does not stop the others.
 */
export async function answerBatch(
  path: string,
  answer: (request: Request) => object | Promise<object>,
): Promise<BatchResult> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
  const failed: Failure[] = [];
  let answered = 0;
  let line = 0;
  try {
    for await (const text of lines) {
      line += 1;
      if (text.trim() === '') continue;
      const { failure, output } = await answerLine(text, line, answer);
      if (failure) failed.push(failure);
      else answered += 1;
      process.stdout.write(`${JSON.stringify(failure ?? output)}\n`);
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UnreadableInput(`${path}: ${code === 'ENOENT' ? 'there is no such file' : message}`);
  }
  return { answered, failed };
}

async function answerLine(
  text: string,
  line: number,
  answer: (request: Request) => object | Promise<object>,
): Promise<{ readonly output?: object; readonly failure?: Failure }> {
  let id: string | null = null;
  try {
    const request = JSON.parse(text) as Request;
    id = request?.id ?? null;
    return { output: { id, ...(await answer(request)) } };
  } catch (error) {
    return { failure: { id, line, error: error instanceof Error ? error.message : String(error) } };
  }
}

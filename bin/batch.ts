import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { UnreadableInput } from './errors.ts';

interface Request {
  readonly id: string;
  readonly [field: string]: unknown;
}

/**
 * Answers a file of requests, one JSON object a line, with one line each: {"id", …answer} or {"id", "error"}.
 * A request that fails does not stop the others.
 */
export async function answerBatch(
  path: string,
  answer: (request: Request) => Promise<object>,
): Promise<void> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
  try {
    for await (const line of lines) {
      if (line.trim() !== '') process.stdout.write(`${JSON.stringify(await answerLine(line, answer))}\n`);
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UnreadableInput(`${path}: ${code === 'ENOENT' ? 'there is no such file' : message}`);
  }
}

async function answerLine(line: string, answer: (request: Request) => Promise<object>): Promise<object> {
  let id: string | null = null;
  try {
    const request = JSON.parse(line) as Request;
    id = request.id;
    return { id, ...(await answer(request)) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * What the route streams: one JSON object a line. `start` begins an answer; a second one, of the fallback model, begins it
 * anew. Every stream ends with `end` or `failed`.
 */
export type AnswerEvent =
  | { readonly type: 'start'; readonly model: string; readonly cached: boolean }
  | { readonly type: 'text'; readonly text: string }
  | {
      readonly type: 'end';
      /** `length`: the answer was cut at the limit. */
      readonly reason: 'stop' | 'length';
      readonly inputTokens: number | null;
      readonly outputTokens: number | null;
      /** From the request to the last word; of a remembered answer, as it was when it was made. */
      readonly ms: number;
    }
  | { readonly type: 'failed'; readonly reason: FailureReason };

/** Why no model gave an answer to its end. */
export type FailureReason = 'timeout' | 'busy' | 'refused' | 'broken' | 'empty' | 'stopped';

/** An answer is a few hundred words; a line of more than this is none of ours. */
const MAX_LINE = 64 * 1024;

export function encodeEvent(event: AnswerEvent): string {
  return `${JSON.stringify(event)}\n`;
}

/** Events of a body. What is no event is skipped; a body that ends early gives no `end`. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<AnswerEvent> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
      const lines = rest.split('\n');
      rest = done ? '' : lines.pop()!.slice(0, MAX_LINE);
      for (const line of lines) {
        const event = parseEvent(line);
        if (event) yield event;
      }
      if (done) return;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function parseEvent(line: string): AnswerEvent | undefined {
  try {
    const event: unknown = JSON.parse(line);
    return isEvent(event) ? event : undefined;
  } catch {
    return undefined; // a line that is no JSON
  }
}

function isEvent(event: unknown): event is AnswerEvent {
  if (typeof event !== 'object' || event === null || !('type' in event)) return false;
  if (event.type === 'text') return 'text' in event && typeof event.text === 'string';
  if (event.type === 'start') return 'model' in event && typeof event.model === 'string';
  if (event.type === 'failed') return 'reason' in event && typeof event.reason === 'string';
  return event.type === 'end' && 'ms' in event && typeof event.ms === 'number';
}

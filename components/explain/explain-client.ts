import { type AnswerEvent, readEvents } from '#lib/explain/answer-events.ts';
import type { ExplainOffer, ExplainRequest } from '#lib/explain/explain-offer.ts';

const ADDRESS = '/api/explain';

/** Why there is no answer of a model, for people. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
}

/** What the server offers; undefined where there is no network or no such server. */
export async function fetchOffer(signal: AbortSignal): Promise<ExplainOffer | undefined> {
  if (!navigator.onLine) return undefined;
  try {
    const response = await fetch(ADDRESS, { signal });
    return response.ok ? ((await response.json()) as ExplainOffer) : undefined;
  } catch {
    return undefined;
  }
}

/** Sends a pack and gives what comes back; throws `NoAnswer` when the server refuses or cannot be reached. */
export async function* askModel(request: ExplainRequest, signal: AbortSignal): AsyncGenerator<AnswerEvent> {
  if (!navigator.onLine) throw new NoAnswer('There is no network.');
  const response = await fetch(ADDRESS, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(request),
    signal,
  }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new NoAnswer('The server cannot be reached.');
  });
  if (!response.ok || !response.body) throw new NoAnswer(refusalText(response));
  yield* readEvents(response.body);
}

function refusalText(response: Response): string {
  switch (response.status) {
    case 401:
      return 'On this server a model answers only those who are signed in.';
    case 429: {
      const seconds = Number(response.headers.get('retry-after') ?? 60);
      return seconds > 600
        ? 'The explanations by a model of this day are used up.'
        : 'Too many requests in a short time. Try again in a minute.';
    }
    case 503:
      return 'No model is set up on this server.';
    default:
      return `The server refused the request (status ${response.status}).`;
  }
}

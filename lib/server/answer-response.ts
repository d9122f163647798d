import { type AnswerEvent, encodeEvent, type FailureReason } from '#lib/explain/answer-events.ts';
import type { Audience } from '#lib/explain/audience.ts';
import type { EvidencePack } from '#lib/explain/evidence-pack.ts';
import { promptFor } from '#lib/explain/prompt.ts';
import type { KeptAnswer } from './answer-cache.ts';
import { gatherText } from './gather-text.ts';
import type { LimitScope } from './rate-limit.ts';
import type { ExplainConfig } from './server-config.ts';
import type { LoggedRequest } from './server-log.ts';
import type { Services } from './services.ts';
import { streamAnswer } from './stream-answer.ts';
import { requestSpan } from './tracing.ts';

/** Twenty times a second looks like writing. */
const WRITE_EVERY_MS = 50;

interface Asking {
  readonly requestId: string;
  /** Of performance.now(). */
  readonly started: number;
  readonly bytes: number;
}

interface Question extends Asking {
  readonly pack: EvidencePack;
  readonly audience: Audience;
  readonly keys: readonly { readonly model: string; readonly key: string }[];
  readonly quota: { readonly scope: LimitScope; readonly key: string };
  readonly signal: AbortSignal;
}

/** A remembered answer as a stream of the same form, all at once. */
export function keptAnswerResponse(kept: KeptAnswer, asking: Asking, { log, metrics }: Services): Response {
  const { model, text, ...figures } = kept;
  const events: readonly AnswerEvent[] = [
    { type: 'start', model, cached: true },
    { type: 'text', text },
    { type: 'end', reason: 'stop', ...figures },
  ];
  metrics.requests.inc({ outcome: 'remembered' });
  log.info(logged(asking, { outcome: 'remembered', model }));
  return streamed(new Blob(events.map(encodeEvent)).stream(), asking.requestId);
}

/** Asks the models and streams what they say; afterwards counts, remembers and logs. */
export function answerResponse(question: Question, config: ExplainConfig, services: Services): Response {
  const left = new AbortController();
  const run = new AnswerRun(question, services);
  const answer = streamAnswer({
    config,
    prompt: promptFor(question.pack, question.audience),
    signal: AbortSignal.any([question.signal, left.signal]),
    onFailure: (model, reason) => run.failed(model, reason),
  });
  const events = gatherText(answer, WRITE_EVERY_MS);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await events.next();
      if (done) {
        await run.end();
        controller.close();
        return;
      }
      run.note(value);
      controller.enqueue(encoder.encode(encodeEvent(value)));
    },
    async cancel() {
      left.abort();
      await events.return(undefined);
      await run.end('stopped');
    },
  });
  return streamed(body, question.requestId);
}

function streamed(body: ReadableStream<Uint8Array>, requestId: string): Response {
  return new Response(body, {
    headers: {
      'Content-Type': 'application/x-ndjson; charset=utf-8',
      // No proxy may gather or compress the stream: words would arrive in lumps.
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
      'X-Request-Id': requestId,
    },
  });
}

function logged(asking: Asking, more: Partial<LoggedRequest>): LoggedRequest {
  const { requestId, bytes, started } = asking;
  return {
    requestId,
    route: 'explain',
    status: 200,
    bytes,
    ms: Math.round(performance.now() - started),
    ...more,
  };
}

/** What is learned of an answer while it passes by. */
class AnswerRun {
  private readonly question: Question;
  private readonly services: Services;
  private readonly span;
  private endModel: ((failure?: string) => void) | undefined;
  private model = '';
  private text = '';
  private firstTokenMs: number | undefined;
  private last: AnswerEvent | undefined;
  private over = false;

  constructor(question: Question, services: Services) {
    this.question = question;
    this.services = services;
    this.span = requestSpan('explain', { requestId: question.requestId, bytes: question.bytes });
    services.metrics.streams.inc();
  }

  note(event: AnswerEvent): void {
    this.last = event;
    if (event.type === 'start') {
      this.model = event.model;
      this.text = '';
      this.endModel = this.span.model(event.model);
    } else if (event.type === 'text') {
      this.text += event.text;
      this.firstTokenMs ??= Math.round(performance.now() - this.question.started);
    }
  }

  failed(model: string, reason: FailureReason): void {
    this.services.metrics.modelFailures.inc({ model, reason });
    this.endModel?.(reason);
    this.endModel = undefined;
  }

  /** Once, however the stream ended. */
  async end(outcome?: FailureReason): Promise<void> {
    if (this.over) return;
    this.over = true;
    const { last, model, firstTokenMs, question, services } = this;
    const { metrics, log } = services;
    this.endModel?.(outcome);
    metrics.streams.dec();
    const how = outcome ?? (last?.type === 'failed' ? last.reason : 'answered');
    const tokens = last?.type === 'end' ? last : undefined;
    const line = logged(question, {
      outcome: how,
      model,
      ...(firstTokenMs === undefined ? {} : { firstTokenMs }),
      ...(tokens?.inputTokens == null ? {} : { inputTokens: tokens.inputTokens }),
      ...(tokens?.outputTokens == null ? {} : { outputTokens: tokens.outputTokens }),
    });
    metrics.requests.inc({ outcome: how });
    metrics.duration.observe({ model }, line.ms / 1000);
    if (firstTokenMs !== undefined) metrics.firstToken.observe({ model }, firstTokenMs / 1000);
    metrics.tokens.inc({ model, direction: 'input' }, tokens?.inputTokens ?? 0);
    metrics.tokens.inc({ model, direction: 'output' }, tokens?.outputTokens ?? 0);
    log.info(line);
    this.span.end({ outcome: how, model });
    await this.settle();
  }

  /** Remembers a whole answer; a person who got no word keeps the quota. */
  private async settle(): Promise<void> {
    const { last, model, text, question, services } = this;
    if (last?.type === 'end' && last.reason === 'stop') {
      const { inputTokens, outputTokens, ms } = last;
      const key = question.keys.find((each) => each.model === model)?.key;
      if (key !== undefined) await services.cache.set(key, { model, text, inputTokens, outputTokens, ms });
    } else if (last?.type === 'failed' && last.reason !== 'stopped') {
      await services.limits.giveBack(question.quota.scope, question.quota.key);
    }
  }
}

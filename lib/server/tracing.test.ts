import { trace } from '@opentelemetry/api';
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { afterEach, describe, expect, it } from 'vitest';
import { oursOnly, requestSpan } from './tracing.ts';

afterEach(() => trace.disable());

describe('tracing', () => {
  it('exports the request and the models asked, and no span of others', () => {
    const exporter = new InMemorySpanExporter();
    trace.setGlobalTracerProvider(
      new TracerProvider({ spanProcessors: [oursOnly(new SimpleSpanProcessor({ exporter }))] }),
    );
    trace.getTracer('next.js').startSpan('GET /api/auth/callback?code=secret').end();
    const span = requestSpan('explain', { requestId: 'r1' });
    span.model('first')('busy');
    span.model('second')();
    span.end({ outcome: 'answered' });
    const spans = exporter.getFinishedSpans();
    expect(spans.map(({ name, attributes }) => `${name} ${attributes.model ?? attributes.outcome}`)).toEqual([
      'ask model first',
      'ask model second',
      'explain answered',
    ]);
    const [first, , request] = spans;
    expect(first?.parentSpanContext?.spanId).toBe(request?.spanContext().spanId);
    expect(first?.status.message).toBe('busy');
  });

  it('costs nothing and fails nowhere without an endpoint', () => {
    const span = requestSpan('explain', {});
    span.model('m')();
    span.end({});
  });
});

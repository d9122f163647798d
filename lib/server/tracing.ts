import { type Attributes, context, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, type SpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { ServerConfig } from './server-config.ts';

const SCOPE = 'shufflescope';

/** Sends spans to the endpoint that is set. Without one the tracer of the API does nothing, at no cost. */
export function startTracing({ endpoint, service }: NonNullable<ServerConfig['traces']>): void {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
  trace.setGlobalTracerProvider(
    new TracerProvider({
      resource: resourceFromAttributes({ 'service.name': service }),
      spanProcessors: [oursOnly(new BatchSpanProcessor({ exporter }))],
    }),
  );
}

/** The framework makes spans too, and theirs hold whole addresses: at sign-in those carry codes. */
export function oursOnly(processor: SpanProcessor): SpanProcessor {
  return {
    onStart: (span, parent) => processor.onStart(span, parent),
    onEnd: (span) => {
      if (span.instrumentationScope.name === SCOPE) processor.onEnd(span);
    },
    forceFlush: () => processor.forceFlush(),
    shutdown: () => processor.shutdown(),
  };
}

/** A request's span, and one within it for each model that is asked. Attributes: ids, sizes, timings, models. */
export interface RequestSpan {
  model(model: string): (failure?: string) => void;
  end(attributes: Attributes): void;
}

export function requestSpan(name: string, attributes: Attributes): RequestSpan {
  const tracer: Tracer = trace.getTracer(SCOPE);
  const span = tracer.startSpan(name, { attributes });
  const within = trace.setSpan(context.active(), span);
  return {
    model(model) {
      const child = tracer.startSpan('ask model', { attributes: { model } }, within);
      return (failure) => {
        if (failure !== undefined) child.setStatus({ code: SpanStatusCode.ERROR, message: failure });
        child.end();
      };
    },
    end(more) {
      span.setAttributes(more);
      span.end();
    },
  };
}

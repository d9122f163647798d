import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Names and labels are public: alert rules and dashboards under deploy/ refer to them. */
export function serverMetrics(isRedisReady?: () => Promise<boolean>) {
  const registry = new Registry();
  if (isRedisReady) {
    new Gauge({
      name: 'shufflescope_redis_up',
      help: '1 when Redis answers, 0 when it does not; absent without Redis',
      registers: [registry],
      async collect() {
        this.set((await isRedisReady()) ? 1 : 0);
      },
    });
  }
  collectDefaultMetrics({ register: registry, prefix: 'shufflescope_' });
  const registers = [registry];
  return {
    registry,
    requests: new Counter({
      name: 'shufflescope_explain_requests_total',
      help: 'Requests for explanations by how they ended',
      labelNames: ['outcome'],
      registers,
    }),
    streams: new Gauge({
      name: 'shufflescope_explain_streams',
      help: 'Answers that are being streamed now',
      registers,
    }),
    firstToken: new Histogram({
      name: 'shufflescope_explain_first_token_seconds',
      help: 'From the request to the first word of a model',
      labelNames: ['model'],
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
      registers,
    }),
    duration: new Histogram({
      name: 'shufflescope_explain_duration_seconds',
      help: 'From the request to the last word',
      labelNames: ['model'],
      buckets: [0.25, 0.5, 1, 2.5, 5, 10, 20, 40, 60, 120],
      registers,
    }),
    tokens: new Counter({
      name: 'shufflescope_explain_tokens_total',
      help: 'Tokens as models count them',
      labelNames: ['model', 'direction'],
      registers,
    }),
    modelFailures: new Counter({
      name: 'shufflescope_model_failures_total',
      help: 'Models that gave no answer to its end, by reason',
      labelNames: ['model', 'reason'],
      registers,
    }),
    limited: new Counter({
      name: 'shufflescope_limited_total',
      help: 'Requests refused by a limit',
      labelNames: ['scope'],
      registers,
    }),
    signIns: new Counter({
      name: 'shufflescope_sign_ins_total',
      help: 'Sign-ins by how they ended',
      labelNames: ['outcome'],
      registers,
    }),
  };
}

export type ServerMetrics = ReturnType<typeof serverMetrics>;

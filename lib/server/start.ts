import { UserError } from '#lib/base/assert.ts';
import { notePeerAddresses } from './peer-address.ts';
import { type Services, services } from './services.ts';
import { startTracing } from './tracing.ts';

/** Before the first request: a configuration that is half set ends the process, with the variable named. */
export function start(): void {
  const { config, log } = servicesOrExit();
  Object.assign(globalThis, { AI_SDK_LOG_WARNINGS: false });
  notePeerAddresses();
  if (config.traces) startTracing(config.traces);
  log.info(
    {
      signIn: config.signIn?.issuers.map(({ id }) => id) ?? [],
      models: config.explain?.models.map(({ provider, model }) => `${provider} ${model}`) ?? [],
      redis: config.redisUrl !== undefined,
      metrics: config.metricsToken !== undefined,
      traces: config.traces !== undefined,
    },
    'started',
  );
}

function servicesOrExit(): Services {
  try {
    return services();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`Shufflescope does not start: ${error.message}\n`);
    process.exit(1);
  }
}

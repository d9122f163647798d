import { UserError } from '#lib/base/assert.ts';
import type { NamedBlob } from '#lib/eventlog/discover/event-log-source.ts';

/** The event log of a scenario, by its name, from our own server. */
export async function fetchLog(log: string): Promise<NamedBlob> {
  const path = `${log}.zstd`;
  const address = new URL(`/samples/scenarios/${path}`, self.location.origin);
  const response = await fetch(address).catch(() => undefined);
  if (!response?.ok)
    throw new UserError(
      'The log of this scenario could not be loaded.',
      'It comes from this app’s server: check that it still runs and that you are not offline.',
    );
  return { path, blob: await response.blob() };
}

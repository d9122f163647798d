import { readiness } from '#lib/server/readiness.ts';
import { services } from '#lib/server/services.ts';

export const dynamic = 'force-dynamic';

export function GET(): Promise<Response> {
  return readiness(services());
}

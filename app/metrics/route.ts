import { metricsRequest } from '#lib/server/metrics-request.ts';
import { services } from '#lib/server/services.ts';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return metricsRequest(request.headers, services());
}

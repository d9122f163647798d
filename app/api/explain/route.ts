import { answerRequest } from '#lib/server/answer-request.ts';
import { explainOffer } from '#lib/server/explain-offer.ts';
import { services } from '#lib/server/services.ts';

export const dynamic = 'force-dynamic';

export async function GET(request: Request): Promise<Response> {
  return Response.json(await explainOffer(request.headers, services().config), {
    headers: { 'Cache-Control': 'no-store' },
  });
}

export function POST(request: Request): Promise<Response> {
  return answerRequest(request, services());
}

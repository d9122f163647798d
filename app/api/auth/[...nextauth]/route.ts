import { authRequest } from '#lib/server/auth-request.ts';
import { services } from '#lib/server/services.ts';

export const dynamic = 'force-dynamic';

function handle(request: Request, context: unknown): Promise<Response> {
  return authRequest(request, context, services());
}

export { handle as GET, handle as POST };

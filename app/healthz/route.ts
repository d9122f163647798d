export const dynamic = 'force-dynamic';

/** Whether the process is alive; it says nothing about what it depends on (that is /readyz). */
export function GET(): Response {
  return new Response('ok\n', { headers: { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' } });
}

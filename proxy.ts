import { type NextRequest, NextResponse } from 'next/server';
import { pagePolicy } from './security-headers.ts';

export const config = {
  // Everything but plain files, whose headers next.config.ts sets.
  matcher: ['/((?!_next/static/|duckdb/|wasm/|samples/|icon.svg|sw.js).*)'],
};

/** Gives every page a policy with a nonce of its own. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl;
  // DuckDB is told to look for extensions here instead of on its vendor's host; there are none, ever.
  if (pathname === '/ext' || pathname.startsWith('/ext/')) {
    return new NextResponse('Not found\n', { status: 404, headers: { 'Content-Type': 'text/plain' } });
  }

  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const embeddable = pathname === '/embed';
  const policy = pagePolicy(nonce, { development: process.env.NODE_ENV === 'development', embeddable });
  // Next reads the nonce from the request's policy and puts it on its own scripts; the layout reads x-nonce and x-embedded.
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('x-embedded', String(embeddable));
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  if (request.headers.get('x-forwarded-proto') === 'https') {
    response.headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  }
  return response;
}

/** Refusals as RFC 9457 wants them: application/problem+json with a type that programs can tell apart. */
export const PROBLEM_TYPES = {
  'bad-request': { status: 400, title: 'The request is not an evidence pack' },
  'sign-in-required': { status: 401, title: 'Explanations by a model need a sign-in here' },
  'other-origin': { status: 403, title: 'The request did not come from a page of this server' },
  'too-large': { status: 413, title: 'The evidence pack is too large' },
  'not-json': { status: 415, title: 'The request must be application/json' },
  'too-many-requests': { status: 429, title: 'Too many requests in a minute' },
  'quota-used-up': { status: 429, title: 'The explanations of this day are used up' },
  'no-model': { status: 503, title: 'No model is set up on this server' },
} as const;
export type ProblemType = keyof typeof PROBLEM_TYPES;

export function problemResponse(
  type: ProblemType,
  requestId: string,
  more: { readonly detail?: string; readonly retryAfterSeconds?: number } = {},
): Response {
  const { status, title } = PROBLEM_TYPES[type];
  const { detail, retryAfterSeconds } = more;
  const body = {
    type: `urn:shufflescope:problem:${type}`,
    title,
    status,
    ...(detail === undefined ? {} : { detail }),
    instance: `urn:shufflescope:request:${requestId}`,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      'X-Request-Id': requestId,
      ...(retryAfterSeconds === undefined
        ? {}
        : { 'Retry-After': String(Math.max(1, Math.ceil(retryAfterSeconds))) }),
      ...(status === 401 ? { 'WWW-Authenticate': 'Session realm="explanations"' } : {}),
    },
  });
}

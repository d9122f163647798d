export type Body =
  | { readonly ok: true; readonly value: unknown; readonly bytes: number }
  | { readonly ok: false; readonly problem: 'not-json' | 'too-large' | 'bad-request' };

/** Reads JSON of `maxBytes` at most; what goes on beyond is not read, whatever its headers said. */
export async function readBody(request: Request, maxBytes: number): Promise<Body> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    return { ok: false, problem: 'not-json' };
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes)
    return { ok: false, problem: 'too-large' };
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.length;
    if (bytes > maxBytes) return { ok: false, problem: 'too-large' };
    chunks.push(chunk);
  }
  try {
    return {
      ok: true,
      value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))),
      bytes,
    };
  } catch {
    return { ok: false, problem: 'bad-request' };
  }
}

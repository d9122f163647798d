import type { ServerConfig } from './server-config.ts';

/**
 * Whether a request was made by a page of this server. Browsers send Origin with every POST and let no script set it, so a
 * foreign page cannot spend the quota of a visitor.
 */
export function isSameOrigin(
  headers: Headers,
  { publicUrl, trustedProxies }: Pick<ServerConfig, 'publicUrl' | 'trustedProxies'>,
): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') return false;
  const origin = URL.parse(headers.get('origin') ?? '');
  if (!origin) return false;
  if (publicUrl !== undefined) return origin.origin === publicUrl;
  const forwarded = trustedProxies > 0 ? headers.get('x-forwarded-host')?.split(',')[0]?.trim() : undefined;
  return origin.host === (forwarded ?? headers.get('host'));
}

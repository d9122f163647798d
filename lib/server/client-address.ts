import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';

/** Set for every request by peer-address.ts from the connection itself, over whatever a client sent. */
export const PEER_HEADER = 'x-shufflescope-peer';

/**
 * Who is asking, for the limits. With n proxies in front the n-th entry from the right of X-Forwarded-For was written by
 * the outermost of them; everything left of it the client may have made up.
 */
export function clientAddress(headers: Headers, trustedProxies: number): string {
  const peer = headers.get(PEER_HEADER) ?? 'unknown';
  if (trustedProxies === 0) return peer;
  const forwarded = (headers.get('x-forwarded-for') ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  return forwarded.at(-trustedProxies) ?? peer;
}

/** The name under which an address is counted: no address is kept. A household with IPv6 has a /64, not one address. */
export function addressKey(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return hashed(isIPv6(plain) ? network(plain) : plain);
}

export function hashed(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

function network(address: string): string {
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0');
  return [...groups, ...zeros, ...rest]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

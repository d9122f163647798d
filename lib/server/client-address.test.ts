import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { addressKey, clientAddress, PEER_HEADER } from './client-address.ts';
import { notePeerAddresses } from './peer-address.ts';

const address = (headers: Record<string, string>, proxies: number) =>
  clientAddress(new Headers(headers), proxies);

describe('clientAddress', () => {
  it('is the other end of the connection without a proxy, whatever a client claims', () => {
    expect(address({ [PEER_HEADER]: '10.0.0.9', 'x-forwarded-for': '1.2.3.4' }, 0)).toBe('10.0.0.9');
  });

  it('is what the outermost trusted proxy saw, not what a client wrote before it', () => {
    const headers = { [PEER_HEADER]: '10.0.0.9', 'x-forwarded-for': '6.6.6.6, 1.2.3.4, 10.0.0.2' };
    expect(address(headers, 1)).toBe('10.0.0.2');
    expect(address(headers, 2)).toBe('1.2.3.4');
    expect(address({ [PEER_HEADER]: '10.0.0.9' }, 1)).toBe('10.0.0.9');
  });
});

describe('addressKey', () => {
  it('keeps no address, and counts a network of IPv6 as one', () => {
    expect(addressKey('1.2.3.4')).not.toContain('1.2.3');
    expect(addressKey('2001:db8:1:2:aaaa::1')).toBe(addressKey('2001:db8:1:2:bbbb:cccc::2'));
    expect(addressKey('2001:db8:1:2::1')).not.toBe(addressKey('2001:db8:1:3::1'));
    expect(addressKey('::ffff:1.2.3.4')).toBe(addressKey('1.2.3.4'));
    expect(addressKey('::1')).not.toBe(addressKey('1.2.3.4'));
  });
});

describe('notePeerAddresses', () => {
  it('writes the address of the connection over what a client sent', async () => {
    notePeerAddresses();
    let seen: IncomingHttpHeaders = {};
    const server = createServer((request, response) => {
      seen = request.headers;
      response.end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await fetch(`http://127.0.0.1:${port}`, { headers: { [PEER_HEADER]: '6.6.6.6' } });
    server.closeAllConnections();
    server.close();
    expect(seen[PEER_HEADER]).toBe('127.0.0.1');
  });
});

import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { claimPort, pageUrl, wantedAddress } from './address.mjs';

describe('wantedAddress', () => {
  it('is the local machine on port 3000 unless told otherwise', () => {
    expect(wantedAddress({}, 'box')).toEqual({ host: '127.0.0.1', port: 3000 });
    expect(wantedAddress({ PORT: '8080', HOSTNAME: '0.0.0.0' }, 'box')).toEqual({
      host: '0.0.0.0',
      port: 8080,
    });
  });

  it('does not take the name that a container puts into HOSTNAME for a wish', () => {
    expect(wantedAddress({ HOSTNAME: 'box' }, 'box').host).toBe('127.0.0.1');
  });

  it.each(['http', '-1', '70000', '80.5'])('refuses the port %s', (port) => {
    expect(() => wantedAddress({ PORT: port }, 'box')).toThrow('PORT must be a number');
  });
});

describe('claimPort', () => {
  it('finds a free port for 0', async () => {
    expect(await claimPort({ host: '127.0.0.1', port: 0 })).toBeGreaterThan(1023);
  });

  it('says what to do when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const address = other.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    await expect(claimPort({ host: '127.0.0.1', port })).rejects.toThrow(`PORT=${port + 1} npm start`);
    other.close();
  });
});

describe('pageUrl', () => {
  it('is what one can click on', () => {
    expect(pageUrl({ host: '127.0.0.1', port: 3000 })).toBe('http://127.0.0.1:3000');
    expect(pageUrl({ host: '0.0.0.0', port: 80 })).toBe('http://localhost:80');
    expect(pageUrl({ host: '::1', port: 3000 })).toBe('http://[::1]:3000');
  });
});

import { createServer } from 'node:net';
import { hostname } from 'node:os';

const DEFAULT_PORT = 3000;

/**
 * PORT and HOSTNAME from the environment; PORT=0 asks for any free port.
 * @param {{ readonly PORT?: string | undefined, readonly HOSTNAME?: string | undefined }} env
 */
export function wantedAddress(env = process.env, machineName = hostname()) {
  const port = env.PORT === undefined || env.PORT === '' ? DEFAULT_PORT : Number(env.PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`PORT must be a number from 0 to 65535, not "${env.PORT}".`);
  }
  // Shells and containers set HOSTNAME to the machine's own name. That is no wish to listen there, and
  // 127.0.0.1 is what someone who only wants to look at their own logs expects: nobody else can connect.
  const chosen = env.HOSTNAME && env.HOSTNAME !== machineName;
  return { host: chosen ? env.HOSTNAME : '127.0.0.1', port };
}

/** Resolves to the port (a free one for 0), or throws with what to do about it. */
export function claimPort({ host, port }) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(new Error(explain(error, host, port))));
    probe.listen(port, host, () => {
      const claimed = probe.address().port;
      probe.close(() => resolve(claimed));
    });
  });
}

function explain({ code, message }, host, port) {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. Choose another one: PORT=${port + 1} npm start`;
    case 'EACCES':
      return `Port ${port} needs administrator rights. Choose one above 1023: PORT=3000 npm start`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOSTNAME=${host} is not an address of this machine. Leave it out, or use 0.0.0.0 for all addresses.`;
    default:
      return `Cannot listen on ${host}:${port}: ${message}`;
  }
}

/** The address as a person types it: "all addresses" is reachable as localhost. */
export function pageUrl({ host, port }) {
  if (host === '0.0.0.0' || host === '::') return `http://localhost:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

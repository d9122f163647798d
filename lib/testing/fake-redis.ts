import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/**
 * As much of Redis as limits and remembered answers need, over its own protocol (RESP2): GET, SET with EX, and the one script
 * of the limiter, which counts up a key that expires.
 */
export interface FakeRedis {
  readonly url: string;
  readonly keys: () => readonly string[];
  close(): Promise<void>;
}

export async function startFakeRedis(): Promise<FakeRedis> {
  const values = new Map<string, string>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let rest = '';
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      rest += chunk.toString('latin1');
      for (let parsed = parseCommand(rest); parsed; parsed = parseCommand(rest)) {
        rest = parsed.rest;
        socket.write(answer(parsed.words, values), 'latin1');
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    keys: () => [...values.keys()],
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** `*2\r\n$3\r\nGET\r\n$1\r\nk\r\n` */
function parseCommand(text: string): { words: readonly string[]; rest: string } | undefined {
  const count = /^\*(\d+)\r\n/.exec(text);
  if (!count) return undefined;
  let at = count[0].length;
  const words: string[] = [];
  for (let i = 0; i < Number(count[1]); i++) {
    const length = /^\$(\d+)\r\n/.exec(text.slice(at));
    if (!length) return undefined;
    at += length[0].length;
    const end = at + Number(length[1]);
    if (text.length < end + 2) return undefined;
    words.push(text.slice(at, end));
    at = end + 2;
  }
  return { words, rest: text.slice(at) };
}

function answer([name = '', ...words]: readonly string[], values: Map<string, string>): string {
  const bulk = (value: string | undefined) =>
    value === undefined ? '$-1\r\n' : `$${value.length}\r\n${value}\r\n`;
  switch (name.toLowerCase()) {
    case 'ping':
      return '+PONG\r\n';
    case 'info':
      return bulk('redis_version:7.0.0\r\nloading:0\r\n');
    case 'get':
      return bulk(values.get(words[0]!));
    case 'set':
      values.set(words[0]!, words[1]!);
      return '+OK\r\n';
    case 'eval':
    case 'evalsha': {
      const [, , key = '', points = '0', seconds = '0'] = words;
      const count = Number(values.get(key) ?? 0) + Number(points);
      values.set(key, String(count));
      return `*2\r\n:${count}\r\n:${Number(seconds) * 1000}\r\n`;
    }
    default:
      return '+OK\r\n';
  }
}

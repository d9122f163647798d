import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { root } from './paths.mjs';

/** Every process started here ends with us: a signal goes to all of them, and we wait before we leave. */
const running = new Set();
const GRACE_MS = 5000;
let stopping = false;

export function startChild(file, args, options = {}) {
  const child = spawn(file, args, { cwd: root, stdio: 'inherit', ...options });
  running.add(child);
  child.once('close', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/** Runs to the end and returns the exit status with everything that was printed (stdout and stderr as they came). */
export async function runCommand(file, args, { env = process.env, onOutput, ...options } = {}) {
  const started = performance.now();
  const child = startChild(file, args, { env, stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let output = '';
  const collect = (chunk) => {
    output += chunk;
    onOutput?.(String(chunk));
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  const status = await new Promise((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
    child.once('error', (error) => {
      output += `${file}: ${error.message}\n`;
      resolve(127);
    });
  });
  return { status, output, ms: performance.now() - started };
}

async function stopAll(signal) {
  if (stopping) return;
  stopping = true;
  const closing = [...running].map((child) => {
    child.kill(signal);
    return once(child, 'close');
  });
  const force = setTimeout(() => {
    for (const child of running) child.kill('SIGKILL');
  }, GRACE_MS);
  await Promise.allSettled(closing);
  clearTimeout(force);
  process.exit(128 + constants.signals[signal]);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopAll(signal));

// npm runs us in a shell. Told to stop, it stops that shell and not us; killed outright, not even the shell.
// So under npm we leave when either of the two is gone, and the port is free again.
if (process.env.npm_lifecycle_event) {
  const atFirst = ancestors();
  setInterval(() => {
    if (ancestors() !== atFirst) stopAll('SIGTERM');
  }, 300).unref();
}

/** Our parent, and its parent where the system tells (Linux); a process without a parent gets another one. */
function ancestors() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    const grandparent = stat.slice(stat.lastIndexOf(')')).split(' ')[2];
    return `${process.ppid} ${grandparent}`;
  } catch {
    return `${process.ppid}`;
  }
}

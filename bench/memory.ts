import { readdirSync, readFileSync } from 'node:fs';

/** Watches the largest renderer process of Chromium (Linux only; 0 elsewhere) until stopped; bytes of its peak. */
export function renderersMemory(): { stop: () => number } {
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, largestRenderer());
  };
  const timer = setInterval(look, 100);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return peak;
    },
  };
}

function largestRenderer(): number {
  let largest = 0;
  try {
    for (const pid of readdirSync('/proc')) {
      if (/^\d+$/.test(pid)) largest = Math.max(largest, memoryOf(pid));
    }
  } catch {
    // No /proc on this system.
  }
  return largest;
}

function memoryOf(pid: string): number {
  try {
    if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer')) return 0;
    const resident = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Number(resident?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

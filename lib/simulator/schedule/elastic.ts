import { ALLOCATION_INTERVAL_MS, type AllocationSettings, ExecutorTarget } from './executor-target.ts';
import type { SlotPool } from './slot-pool.ts';
import type { ExecutorCount } from './work.ts';

interface Clock {
  at(ms: number, happening: (nowMs: number) => void): void;
  offer(nowMs: number): void;
  load(): { readonly pending: number; readonly running: number };
}

/**
 * Executors that come and go: asked for by the target, there after the cluster's start time, gone when idle.
 * Source: ExecutorAllocationManager.schedule, ExecutorMonitor. Executors with shuffle output stay to the end of the run
 * where shuffle tracking is on; Spark lets them go once the driver's garbage collector has dropped the shuffle.
 */
export class Elastic {
  readonly counts: ExecutorCount[] = [];
  readonly #settings: AllocationSettings;
  readonly #pool: SlotPool;
  readonly #target: ExecutorTarget;
  readonly #clock: Clock;
  readonly #requests: { isCancelled: boolean }[] = [];
  #nextLookMs: number | undefined;

  constructor(settings: AllocationSettings, pool: SlotPool, initialExecutors: number, clock: Clock) {
    this.#settings = settings;
    this.#pool = pool;
    this.#target = new ExecutorTarget(settings, pool.slotsPerExecutor, initialExecutors);
    this.#clock = clock;
    this.counts.push({ atMs: 0, target: initialExecutors, live: initialExecutors });
  }

  /** Tasks were launched, ended or submitted. */
  changed(nowMs: number): void {
    if (this.#clock.load().pending > 0) this.#target.backlogged(nowMs);
    else this.#target.queueEmpty();
    this.#lookAt(nowMs);
  }

  #lookAt(ms: number): void {
    const tick = Math.ceil(ms / ALLOCATION_INTERVAL_MS) * ALLOCATION_INTERVAL_MS;
    if (this.#nextLookMs !== undefined && this.#nextLookMs <= tick) return;
    this.#nextLookMs = tick;
    this.#clock.at(tick, (nowMs) => this.#look(nowMs));
  }

  #look(nowMs: number): void {
    if (this.#nextLookMs === nowMs) this.#nextLookMs = undefined;
    const { pending, running } = this.#clock.load();
    this.#target.look(nowMs, pending + running, this.#pool.live);
    const { idleTimeoutMs, minExecutors, keepsShuffleData } = this.#settings;
    const least = Math.max(minExecutors, this.#target.target);
    const idleMs = this.#pool.removeIdle(nowMs, idleTimeoutMs, least, keepsShuffleData);
    this.#request(nowMs);
    this.#record(nowMs);
    const addMs = this.#target.addAtMs;
    const next = Math.min(
      idleMs ?? Number.POSITIVE_INFINITY,
      addMs !== undefined && addMs > nowMs ? addMs : Number.POSITIVE_INFINITY,
    );
    if (Number.isFinite(next)) this.#lookAt(next);
  }

  /** As many requests are open as executors are missing; the newest are taken back first. */
  #request(nowMs: number): void {
    const missing = Math.max(0, this.#target.target - this.#pool.live);
    while (this.#requests.length > missing) this.#requests.pop()!.isCancelled = true;
    while (this.#requests.length < missing) {
      const request = { isCancelled: false };
      this.#requests.push(request);
      this.#clock.at(nowMs + this.#settings.startMs, (arrivedMs) => this.#arrive(request, arrivedMs));
    }
  }

  #arrive(request: { readonly isCancelled: boolean }, nowMs: number): void {
    if (request.isCancelled) return;
    this.#requests.splice(this.#requests.indexOf(request), 1);
    this.#pool.addExecutor(nowMs);
    this.#record(nowMs);
    this.#clock.offer(nowMs);
  }

  #record(atMs: number): void {
    const { target } = this.#target;
    const { live } = this.#pool;
    const last = this.counts.at(-1);
    if (last && last.target === target && last.live === live) return;
    if (last?.atMs === atMs) this.counts.pop();
    this.counts.push({ atMs, target, live });
  }
}

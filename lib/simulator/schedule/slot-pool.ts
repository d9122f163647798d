import { MinHeap } from './min-heap.ts';

interface Executor {
  readonly id: number;
  readonly firstSlot: number;
  running: number;
  idleSinceMs: number;
  hasShuffleData: boolean;
  isGone: boolean;
}

/** Above the number of executors any run here has, so that a free slot's key holds both its place and its executor. */
const SPREAD = 1_000_000;

/**
 * Executors with their slots. A free slot is taken from each executor in turn, first slots first: Spark passes over all
 * executors with one task for each, in an order that it shuffles; here the order is that of their arrival.
 * Source: TaskSchedulerImpl.resourceOffers. Locality is left out.
 */
export class SlotPool {
  readonly slotsPerExecutor: number;
  readonly #executors: Executor[] = [];
  readonly #free = new MinHeap<number>();
  #live = 0;
  #freeSlots = 0;

  constructor(slotsPerExecutor: number) {
    this.slotsPerExecutor = slotsPerExecutor;
  }

  get live(): number {
    return this.#live;
  }

  get hasFree(): boolean {
    return this.#freeSlots > 0;
  }

  /** Slots that were ever there. */
  get slots(): number {
    return this.#executors.length * this.slotsPerExecutor;
  }

  addExecutor(nowMs: number): void {
    const id = this.#executors.length;
    const firstSlot = this.slots;
    this.#executors.push({
      id,
      firstSlot,
      running: 0,
      idleSinceMs: nowMs,
      hasShuffleData: false,
      isGone: false,
    });
    this.#live += 1;
    this.#freeSlots += this.slotsPerExecutor;
    for (let place = 0; place < this.slotsPerExecutor; place++)
      this.#free.push(place * SPREAD + id, firstSlot + place);
  }

  executorOf(slot: number): number {
    return Math.floor(slot / this.slotsPerExecutor);
  }

  take(): number | undefined {
    for (;;) {
      const slot = this.#free.pop();
      if (slot === undefined) return undefined;
      const executor = this.#executors[this.executorOf(slot)]!;
      if (executor.isGone) continue;
      executor.running += 1;
      this.#freeSlots -= 1;
      return slot;
    }
  }

  release(slot: number, nowMs: number, leavesShuffleData: boolean): void {
    const executor = this.#executors[this.executorOf(slot)]!;
    executor.running -= 1;
    executor.idleSinceMs = nowMs;
    executor.hasShuffleData ||= leavesShuffleData;
    this.#freeSlots += 1;
    this.#free.push((slot - executor.firstSlot) * SPREAD + executor.id, slot);
  }

  /** Ends idle executors whose time is up, as long as more than `least` remain. Gives when the next one's time is up. */
  removeIdle(nowMs: number, timeoutMs: number, least: number, keepsShuffleData: boolean): number | undefined {
    let next: number | undefined;
    for (const executor of this.#executors) {
      if (executor.isGone || executor.running > 0 || (keepsShuffleData && executor.hasShuffleData)) continue;
      const endsMs = executor.idleSinceMs + timeoutMs;
      if (endsMs > nowMs) next = Math.min(next ?? endsMs, endsMs);
      else if (this.#live > least) {
        executor.isGone = true;
        this.#live -= 1;
        this.#freeSlots -= this.slotsPerExecutor;
      }
    }
    return next;
  }
}

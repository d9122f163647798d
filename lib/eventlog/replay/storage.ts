import type { cachedRdds } from '#lib/tables/schema/application.ts';
import type { RowOf } from '#lib/tables/schema/column.ts';
import { flag, type Json, number, object, objects, text } from '../json.ts';
import type { Executors } from './executors.ts';

/** One block of a cached RDD on one executor. */
interface Block {
  memory: number;
  disk: number;
}

interface RddState {
  readonly id: number;
  name: string;
  partitions: number;
  level: string;
  unpersisted: boolean;
  firstStage: number;
  /** By "executor|partition". */
  readonly blocks: Map<string, Block>;
}

/**
 * RDDs marked for caching, and their blocks where the log has block updates
 * (`spark.eventLog.logBlockUpdates.enabled`, off by default). Follows AppStatusListener.updateRDDBlock.
 */
export class Storage {
  readonly #rdds = new Map<number, RddState>();
  readonly #executors: Executors;
  #blockUpdates = false;

  constructor(executors: Executors) {
    this.#executors = executors;
  }

  /** RDD infos of a submitted stage: those with a valid storage level are cached. */
  stage(info: Json): void {
    for (const rdd of objects(info, 'RDD Info')) {
      const id = number(rdd, 'RDD ID');
      const level = object(rdd, 'Storage Level');
      if (id === undefined || !level || !isCached(level)) continue;
      const known = this.#rdds.get(id);
      if (known) {
        known.unpersisted = false;
        continue;
      }
      this.#rdds.set(id, {
        id,
        name: text(rdd, 'Name') ?? '',
        partitions: number(rdd, 'Number of Partitions') ?? 0,
        level: describeLevel(level),
        unpersisted: false,
        firstStage: number(info, 'Stage ID') ?? -1,
        blocks: new Map(),
      });
    }
  }

  unpersisted(event: Json): void {
    const rdd = this.#rdds.get(number(event, 'RDD ID') ?? -1);
    if (!rdd) return;
    rdd.unpersisted = true;
    for (const [key, block] of rdd.blocks) this.#account(key.slice(0, key.indexOf('|')), block, -1);
    rdd.blocks.clear();
  }

  blockUpdated(event: Json): void {
    this.#blockUpdates = true;
    const info = object(event, 'Block Updated Info');
    const blockId = text(info, 'Block ID') ?? '';
    const executorId = text(object(info, 'Block Manager ID'), 'Executor ID');
    if (executorId === undefined) return;
    if (blockId.startsWith('broadcast_')) this.#broadcast(executorId, info);
    const match = /^rdd_(\d+)_(\d+)$/.exec(blockId);
    const rdd = this.#rdds.get(Number(match?.[1] ?? -1));
    if (!match || !rdd) return;
    const key = `${executorId}|${match[2]}`;
    const before = rdd.blocks.get(key);
    if (before) this.#account(executorId, before, -1);
    rdd.blocks.delete(key);
    const level = object(info, 'Storage Level');
    if (level && isCached(level)) {
      const block = { memory: number(info, 'Memory Size') ?? 0, disk: number(info, 'Disk Size') ?? 0 };
      rdd.blocks.set(key, block);
      this.#account(executorId, block, 1);
      rdd.level = describeLevel(level);
    }
  }

  rows(): readonly RowOf<typeof cachedRdds>[] {
    return [...this.#rdds.values()].map((rdd) => {
      const blocks = [...rdd.blocks.values()];
      const partitions = new Set([...rdd.blocks.keys()].map((key) => key.slice(key.indexOf('|') + 1)));
      const known = this.#blockUpdates;
      return {
        rdd_id: rdd.id,
        name: rdd.name,
        num_partitions: rdd.partitions,
        num_cached_partitions: known ? partitions.size : null,
        storage_level: rdd.level,
        memory_used: known ? blocks.reduce((sum, block) => sum + block.memory, 0) : null,
        disk_used: known ? blocks.reduce((sum, block) => sum + block.disk, 0) : null,
        unpersisted: rdd.unpersisted,
        first_stage_id: rdd.firstStage,
      };
    });
  }

  /** Broadcast variables use storage memory too (Spark class AppStatusListener.updateBroadcastBlock). */
  #broadcast(executorId: string, info: Json | undefined): void {
    const executor = this.#executors.get(executorId);
    const level = object(info, 'Storage Level');
    if (!executor) return;
    const memory = (number(info, 'Memory Size') ?? 0) * (flag(level, 'Use Memory') ? 1 : -1);
    const disk = (number(info, 'Disk Size') ?? 0) * (flag(level, 'Use Disk') ? 1 : -1);
    executor.memoryUsed = Math.max(0, executor.memoryUsed + memory);
    executor.diskUsed = Math.max(0, executor.diskUsed + disk);
  }

  #account(executorId: string, block: Block, sign: 1 | -1): void {
    const executor = this.#executors.get(executorId);
    if (!executor) return;
    executor.rddBlocks += sign;
    executor.memoryUsed = Math.max(0, executor.memoryUsed + sign * block.memory);
    executor.diskUsed = Math.max(0, executor.diskUsed + sign * block.disk);
  }
}

/** Spark class StorageLevel.isValid. */
function isCached(level: Json): boolean {
  const replication = number(level, 'Replication') ?? 1;
  return replication > 0 && (flag(level, 'Use Memory') === true || flag(level, 'Use Disk') === true);
}

/** Spark class StorageLevel.description, e.g. "Disk Memory Deserialized 1x Replicated". */
function describeLevel(level: Json): string {
  const words = [
    flag(level, 'Use Disk') ? 'Disk ' : '',
    flag(level, 'Use Memory') ? (flag(level, 'Use Off Heap') ? 'Memory (off heap) ' : 'Memory ') : '',
    flag(level, 'Deserialized') ? 'Deserialized ' : 'Serialized ',
  ];
  return `${words.join('')}${number(level, 'Replication') ?? 1}x Replicated`;
}

/** What one task reads of a shuffle's output. Indices start at 0, ends are exclusive. Spark: ShufflePartitionSpec. */
export type ReadSpec = CoalescedRead | PartialReducerRead | PartialMapperRead | CoalescedMapperRead;

/** Whole reducers, one or several side by side (CoalescedPartitionSpec). */
export interface CoalescedRead {
  readonly type: 'coalesced';
  readonly startReducer: number;
  readonly endReducer: number;
}

/** One reducer, but only what some of the mappers have written for it (PartialReducerPartitionSpec). */
export interface PartialReducerRead {
  readonly type: 'partialReducer';
  readonly reducer: number;
  readonly startMap: number;
  readonly endMap: number;
  readonly dataSizeBytes: number;
}

/** What one mapper has written for some reducers: read where it was written (PartialMapperPartitionSpec). */
export interface PartialMapperRead {
  readonly type: 'partialMapper';
  readonly map: number;
  readonly startReducer: number;
  readonly endReducer: number;
}

/** All that some mappers have written (CoalescedMapperPartitionSpec). */
export interface CoalescedMapperRead {
  readonly type: 'coalescedMapper';
  readonly startMap: number;
  readonly endMap: number;
  readonly numReducers: number;
}

export function coalescedRead(startReducer: number, endReducer: number): CoalescedRead {
  return { type: 'coalesced', startReducer, endReducer };
}

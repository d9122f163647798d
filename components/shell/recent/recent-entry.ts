/** One line of the recent list: what was opened, not what is in it. */
export interface RecentEntry {
  readonly id: string;
  readonly label: string;
  readonly fileCount: number;
  readonly bytes: number;
  /** Epoch ms. */
  readonly openedAt: number;
  /** The Spark application's name, once the analysis knows it. */
  readonly application?: string;
  /** Whether the files themselves are kept and can be opened again. */
  readonly kept: boolean;
}

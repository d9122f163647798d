/** Versions whose rules are known. */
export const SPARK_VERSIONS = ['3.5', '4.0', '4.1', '4.2', '4.3'] as const;
export type SparkVersion = (typeof SPARK_VERSIONS)[number];

/** Under what a plan is made: version, cores of the cluster, and settings as Spark names them. */
export interface PlanSettings {
  readonly spark: SparkVersion;
  /** Cores in all: spark.default.parallelism of a local or a standalone cluster. */
  readonly cores: number;
  readonly conf: Readonly<Record<string, string>>;
}

/** What is known of the sources, by path or table name. */
export type Catalog = Readonly<Record<string, CatalogSource>>;

export interface CatalogSource {
  readonly format: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly nullable?: boolean }[];
  readonly files?: number;
  readonly bytes?: number;
  readonly fileBytes?: readonly number[];
  readonly rows?: number;
  readonly partitionColumns?: readonly string[];
  readonly buckets?: { readonly columns: readonly string[]; readonly count: number };
  readonly skew?: readonly SkewedColumn[];
}

/** A column of which one value has far more rows than the others. */
export interface SkewedColumn {
  readonly column: string;
  /** Of all rows, those with the most frequent value: 0..1. */
  readonly share: number;
}

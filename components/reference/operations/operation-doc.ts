import type { PredictedExchange } from '#lib/plan/prediction.ts';

/** An operation of PySpark and how it moves rows; a test holds every example against the prediction. */
export interface OperationDoc {
  /** Last part of the address. */
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly about: string;
  /** A statement over the frames `orders` (order_id, customer_id, status, amount) and `customers` (customer_id, country). */
  readonly example: string;
  /** Kinds of exchanges in the plan of the example, in any order. */
  readonly exchanges: readonly PredictedExchange['kind'][];
  /** Settings of the example, where not Spark's own. */
  readonly conf?: Readonly<Record<string, string>>;
  /** Where rows are moved by an operator that is no exchange. */
  readonly moves?: string;
  readonly more?: string;
}

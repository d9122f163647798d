import { type Catalog, type CatalogSource, type PlanSettings, SPARK_VERSIONS } from '#lib/plan/settings.ts';
import {
  count,
  type Decoder,
  flag,
  list,
  maybe,
  number,
  oneOf,
  shape,
  table,
  text,
} from '../codec/decode.ts';

export interface SharedFile {
  readonly path: string;
  readonly text: string;
}

/** What the playground shows: a program, under which settings, over which sources. */
export interface PlaygroundState {
  readonly kind: 'playground';
  readonly files: readonly SharedFile[];
  /** Path of the file that is run. */
  readonly main: string;
  readonly settings: PlanSettings;
  readonly catalog: Catalog;
  /** Id of the view that is open, such as "plan". */
  readonly view: string | null;
}

/** Length of one program: far above what people write, and below what fits a link. */
const MAX_PROGRAM_CHARS = 400_000;

interface Column {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean | null;
}
const column = shape<Column>({ name: text(300), type: text(2_000), nullable: maybe(flag) });
const amount = maybe(count);

const source: Decoder<CatalogSource> = (value, at) => {
  const given = shape({
    format: text(100),
    columns: list(column, 2_000),
    files: amount,
    bytes: amount,
    fileBytes: maybe(list(count, 2_000)),
    rows: amount,
    partitionColumns: maybe(list(text(300), 100)),
    buckets: maybe(shape({ columns: list(text(300), 100), count })),
    skew: maybe(list(shape({ column: text(300), share: number }), 100)),
  })(value, at);
  // A field that is not known is absent in a catalog, not null.
  const { columns, ...rest } = given;
  const known = Object.fromEntries(Object.entries(rest).filter(([, each]) => each !== null));
  return {
    ...known,
    format: given.format,
    columns: columns.map(({ nullable, ...each }) => (nullable === null ? each : { ...each, nullable })),
  };
};

export const playgroundState: Decoder<PlaygroundState> = shape<PlaygroundState>({
  kind: oneOf(['playground']),
  files: list(shape<SharedFile>({ path: text(500), text: text(MAX_PROGRAM_CHARS) }), 100),
  main: text(500),
  settings: shape<PlanSettings>({
    spark: oneOf(SPARK_VERSIONS),
    cores: number,
    conf: table(text(4_000)),
  }),
  catalog: table(source),
  view: maybe(text(60)),
});

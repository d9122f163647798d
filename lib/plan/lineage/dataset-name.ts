/** A dataset as OpenLineage names it. */
export interface DatasetName {
  readonly namespace: string;
  readonly name: string;
}

const URI = /^([a-z][a-z0-9+.-]*):\/\/([^/]*)\/?(.*)$/i;

/**
 * `s3://bucket/raw/orders` is `raw/orders` in `s3://bucket`, other paths are in `file`, tables in `spark`.
 * Source: OpenLineage's naming of datasets.
 */
export function datasetName(source: string): DatasetName {
  const uri = URI.exec(source);
  if (uri) {
    const [, scheme = '', authority = '', path = ''] = uri;
    return authority === ''
      ? { namespace: scheme.toLowerCase(), name: `/${path}` }
      : { namespace: `${scheme.toLowerCase()}://${authority}`, name: path === '' ? '/' : path };
  }
  return { namespace: isTable(source) ? 'spark' : 'file', name: source };
}

/** `sales`, `shop.sales`, `lake.shop.sales`. */
function isTable(source: string): boolean {
  return /^\w+(\.\w+){0,2}$/.test(source) && !/\.(csv|json|parquet|orc|txt|avro)$/i.test(source);
}

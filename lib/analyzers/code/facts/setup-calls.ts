import { fullName, type Imports } from '#lib/pyspark/syntax/imports.ts';
import type { FunctionValue } from '#lib/pyspark/values/value.ts';
import { bodyNodes } from './udfs.ts';

/** Calls that open a connection, a file or a model; by their full names. */
const SETUP = new RegExp(
  `^(${[
    'open',
    'requests\\.(Session|session)',
    'boto3\\.(client|resource|Session|session\\.Session)',
    '(psycopg2|psycopg|pymysql|MySQLdb|mysql\\.connector|sqlite3|pyodbc|cx_Oracle|oracledb|snowflake\\.connector)\\.connect',
    'pymongo\\.MongoClient',
    'redis\\.(Redis|StrictRedis|from_url)',
    'kafka\\.Kafka(Producer|Consumer)',
    'elasticsearch\\.Elasticsearch',
    'cassandra\\.cluster\\.Cluster',
    'smtplib\\.SMTP(_SSL)?',
    'http\\.client\\.HTTPS?Connection',
    'joblib\\.load',
    'pickle\\.load',
    'torch\\.load',
    'spacy\\.load',
    'nltk\\.download',
    '(tensorflow\\.)?keras\\.models\\.load_model',
    'mlflow\\.\\w+\\.load_model',
    'sentence_transformers\\.SentenceTransformer',
    'transformers\\.(pipeline|\\w+\\.from_pretrained)',
    'google\\.cloud\\.\\w+\\.Client',
  ].join('|')})$`,
);

/** The first such call in a function that makes it each time; one that keeps what it made in a global does not. */
export function setupIn(fn: FunctionValue, imports: Imports): string | undefined {
  const nodes = [...bodyNodes(fn.def)];
  if (nodes.some(({ kind }) => kind === 'global' || kind === 'nonlocal')) return undefined;
  for (const node of nodes) {
    if (node.kind !== 'call') continue;
    const name = fullName(node.callee, imports);
    if (name !== undefined && SETUP.test(name)) return name;
  }
  return undefined;
}

import type { Catalog } from '#lib/plan/settings.ts';
import type { PredictOptions, Sources } from '../predict.ts';
import { type ReadProject, readProject } from '../predict-program.ts';
import * as sql from '../sql/parse-sql.ts';
import { nodeWasmFiles } from '../syntax/node-wasm.ts';
import { loadPython } from '../syntax/parser.ts';
import { CATALOG } from '../testing.ts';
import { applyEdits } from './apply-edits.ts';
import { type ArgumentForm, argumentsOf } from './argument-form.ts';
import { editProject } from './edit-project.ts';
import type { EditAnswer, GraphEdit } from './graph-edit.ts';

/** Lines that most test programs begin with; tests leave them out of what they write and read. */
const PRELUDE = `from pyspark.sql import SparkSession, functions as F
spark = SparkSession.builder.getOrCreate()
orders = spark.read.parquet("data/orders")
customers = spark.read.parquet("data/customers")
`;

export interface Given {
  readonly prelude?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly catalog?: Catalog;
}

/** Finds an operation by its method's name; the one written last unless its turn is given, from 0. */
export type Find = (method: string, turn?: number) => number;

const language = await loadPython(nodeWasmFiles());

export function optionsFor(catalog: Catalog = CATALOG): PredictOptions {
  const settings = { spark: '4.3', cores: 4, conf: {} } as const;
  return { language, settings, catalog, loadSql: async () => sql };
}

/** An edit of a program, and the program after it: the test's own lines, or `no: ` and why not. */
export async function edited(
  own: string,
  edit: (find: Find) => GraphEdit,
  given: Given = {},
): Promise<string> {
  const { answer, sources, prelude } = await asked(own, edit, given);
  if (!answer.ok) return `no: ${answer.why}`;
  const text = applyEdits(sources, answer.edits).get('main.py')!.text;
  return text.startsWith(prelude) ? text.slice(prelude.length) : text;
}

/** The answer as it is given. */
export async function answerTo(
  own: string,
  edit: (find: Find) => GraphEdit,
  given: Given = {},
): Promise<EditAnswer> {
  return (await asked(own, edit, given)).answer;
}

export async function formFor(own: string, method: string, given: Given = {}): Promise<ArgumentForm> {
  const { read, find } = await opened(own, given);
  return argumentsOf(read, find(method));
}

async function asked(own: string, edit: (find: Find) => GraphEdit, given: Given) {
  const { sources, options, read, prelude, find } = await opened(own, given);
  const answer = await editProject(sources, 'main.py', options, edit(find), read);
  return { answer, sources, prelude };
}

/** The program as it was read, with everything that edits need. */
export async function opened(own: string, { prelude = PRELUDE, files = {}, catalog }: Given = {}) {
  const sources: Sources = new Map([
    ['main.py', { text: prelude + own }],
    ...Object.entries(files).map(([path, text]) => [path, { text }] as const),
  ]);
  const options = optionsFor(catalog);
  const read = await readProject(sources, 'main.py', options, { calls: true });
  return { sources, options, read, prelude, find: finder(read) };
}

function finder(read: ReadProject): Find {
  return (method, turn) => {
    const found = read.program.operations.flatMap((each, at) => (each.method === method ? [at] : []));
    const at = found.at(turn ?? -1);
    if (at === undefined) throw new Error(`the program has no ${method}()`);
    return at;
  };
}

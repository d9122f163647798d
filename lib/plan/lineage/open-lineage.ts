import type { LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { type Flow, type How, NOTHING, sourcesOf } from './flow.ts';
import { flowsOf, type IndirectSources, lineageOf } from './lineage.ts';

/**
 * Column lineage as OpenLineage writes it (ColumnLineageDatasetFacet 1-2-0): per column the fields that flow in or
 * decide, and, for the whole dataset, the fields that decide about its rows.
 */
export interface ColumnLineageFacet {
  readonly fields: Readonly<Record<string, { readonly inputFields: readonly InputField[] }>>;
  readonly dataset: readonly InputField[];
}

export interface InputField {
  readonly namespace: string;
  readonly name: string;
  readonly field: string;
  readonly transformations: readonly Transformation[];
}

export interface Transformation {
  readonly type: 'DIRECT' | 'INDIRECT';
  readonly subtype: string;
  readonly description: string;
  readonly masking: boolean;
}

export function columnLineageFacet(plan: LogicalPlan, namespace: string): ColumnLineageFacet {
  const flows = flowsOf(plan);
  const fields = outputOf(plan).map((attribute, i) => {
    const inputFields = inputs(flows[i] ?? NOTHING, namespace);
    return [attribute.name, { inputFields }] as const;
  });
  return { fields: Object.fromEntries(fields), dataset: datasetInputs(lineageOf(plan).indirect, namespace) };
}

const DIRECT: Readonly<Record<How, string>> = {
  identity: 'IDENTITY',
  transformation: 'TRANSFORMATION',
  aggregation: 'AGGREGATION',
};

const INDIRECT: Readonly<Record<keyof IndirectSources, string>> = {
  filter: 'FILTER',
  join: 'JOIN',
  groupBy: 'GROUP_BY',
  sort: 'SORT',
};

function inputs(flow: Flow, namespace: string): readonly InputField[] {
  const found = new Collected(namespace);
  for (const [source, how] of flow.direct) found.add(source, 'DIRECT', DIRECT[how]);
  for (const source of flow.conditional) found.add(source, 'INDIRECT', 'CONDITIONAL');
  for (const source of flow.window) found.add(source, 'INDIRECT', 'WINDOW');
  return found.fields();
}

function datasetInputs(indirect: IndirectSources, namespace: string): readonly InputField[] {
  const found = new Collected(namespace);
  for (const [use, subtype] of Object.entries(INDIRECT)) {
    for (const [name, field] of indirect[use as keyof IndirectSources]) {
      found.add(`${name}\u0000${field}`, 'INDIRECT', subtype);
    }
  }
  return found.fields();
}

/** Transformations by source. */
class Collected {
  private readonly bySource = new Map<string, Transformation[]>();
  private readonly namespace: string;

  constructor(namespace: string) {
    this.namespace = namespace;
  }

  add(source: string, type: Transformation['type'], subtype: string): void {
    const list = this.bySource.get(source) ?? [];
    list.push({ type, subtype, description: '', masking: false });
    this.bySource.set(source, list);
  }

  fields(): readonly InputField[] {
    return sourcesOf(this.bySource.keys()).map(([name, field]) => ({
      namespace: this.namespace,
      name,
      field,
      transformations: this.bySource.get(`${name}\u0000${field}`) ?? [],
    }));
  }
}

import type { LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { type DatasetName, datasetName } from './dataset-name.ts';
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

export interface InputField extends DatasetName {
  readonly field: string;
  readonly transformations: readonly Transformation[];
}

export interface Transformation {
  readonly type: 'DIRECT' | 'INDIRECT';
  readonly subtype: string;
  readonly description: string;
  readonly masking: boolean;
}

export function columnLineageFacet(plan: LogicalPlan): ColumnLineageFacet {
  const flows = flowsOf(plan);
  const fields = outputOf(plan).map((attribute, i) => {
    const inputFields = inputs(flows[i] ?? NOTHING);
    return [attribute.name, { inputFields }] as const;
  });
  return { fields: Object.fromEntries(fields), dataset: datasetInputs(lineageOf(plan).indirect) };
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

function inputs(flow: Flow): readonly InputField[] {
  const found = new Collected();
  for (const [source, how] of flow.direct) found.add(source, 'DIRECT', DIRECT[how]);
  for (const source of flow.conditional) found.add(source, 'INDIRECT', 'CONDITIONAL');
  for (const source of flow.window) found.add(source, 'INDIRECT', 'WINDOW');
  return found.fields();
}

function datasetInputs(indirect: IndirectSources): readonly InputField[] {
  const found = new Collected();
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

  add(source: string, type: Transformation['type'], subtype: string): void {
    const list = this.bySource.get(source) ?? [];
    list.push({ type, subtype, description: '', masking: false });
    this.bySource.set(source, list);
  }

  fields(): readonly InputField[] {
    return sourcesOf(this.bySource.keys()).map(([name, field]) => ({
      ...datasetName(name),
      field,
      transformations: this.bySource.get(`${name}\u0000${field}`) ?? [],
    }));
  }
}

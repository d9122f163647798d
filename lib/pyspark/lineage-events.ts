import { walk } from '#lib/plan/expression/traverse.ts';
import { type DatasetName, datasetName } from '#lib/plan/lineage/dataset-name.ts';
import { type ColumnLineageFacet, columnLineageFacet } from '#lib/plan/lineage/open-lineage.ts';
import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { outputOf } from '#lib/plan/logical/output.ts';
import { expressionsOf, walkPlan } from '#lib/plan/logical/traverse.ts';
import { typeName } from '#lib/plan/types/data-type.ts';
import type { PredictOptions, Sources } from './predict.ts';
import { readProject } from './predict-program.ts';

/**
 * Lineage in OpenLineage's words: a JobEvent, the event for what is known of a job without a run. One for each action
 * on a DataFrame; what an action writes is its output, and where it writes nothing the output is the answer itself.
 * Source: OpenLineage 2-0-2, JobEvent; ColumnLineageDatasetFacet 1-2-0; SchemaDatasetFacet 1-1-1.
 */
export interface LineageEvent {
  readonly eventTime: string;
  readonly producer: string;
  readonly schemaURL: string;
  readonly job: DatasetName;
  readonly inputs: readonly DatasetName[];
  readonly outputs: readonly [Output];
}

interface Output extends DatasetName {
  readonly facets: {
    readonly schema: Facet & { readonly fields: readonly { readonly name: string; readonly type: string }[] };
    readonly columnLineage: Facet & ColumnLineageFacet;
  };
}

interface Facet {
  readonly _producer: string;
  readonly _schemaURL: string;
}

const PRODUCER = 'urn:shufflescope';
const SPEC = 'https://openlineage.io/spec';

/** `now`: the time of the events, as ISO 8601. */
export async function lineageEvents(
  sources: Sources,
  main: string,
  options: PredictOptions,
  now: string,
): Promise<readonly LineageEvent[]> {
  const { program } = await readProject(sources, main, options);
  return program.steps.flatMap((step) => {
    if (!('on' in step) || step.on.kind === 'rdd') return [];
    const { line, file } = program.operations[step.at]!.name;
    const where = `${file}:${line} ${step.method}`;
    return [event(step.on.plan, { where, program: main, now })];
  });
}

interface Place {
  readonly where: string;
  readonly program: string;
  readonly now: string;
}

function event(plan: LogicalPlan, { where, program, now }: Place): LineageEvent {
  const written = plan.kind === 'Write' ? plan : undefined;
  const content = written ? written.child : plan;
  const output =
    written?.target === undefined ? { namespace: 'action', name: where } : datasetName(written.target);
  return {
    eventTime: now,
    producer: PRODUCER,
    schemaURL: `${SPEC}/2-0-2/OpenLineage.json#/$defs/JobEvent`,
    job: { namespace: program, name: where },
    inputs: inputsOf(content),
    outputs: [
      {
        ...output,
        facets: {
          schema: {
            ...facet('1-1-1/SchemaDatasetFacet'),
            fields: outputOf(content).map(({ name, type }) => ({ name, type: typeName(type) })),
          },
          columnLineage: { ...facet('1-2-0/ColumnLineageDatasetFacet'), ...columnLineageFacet(content) },
        },
      },
    ],
  };
}

function facet(name: string): Facet {
  const [, type] = name.split('/');
  return { _producer: PRODUCER, _schemaURL: `${SPEC}/facets/${name}.json#/$defs/${type}` };
}

function inputsOf(plan: LogicalPlan): readonly DatasetName[] {
  const sources = new Set<string>();
  addSources(plan, sources);
  return [...sources].map(datasetName);
}

/** Those of subqueries and caches, too. */
function addSources(plan: LogicalPlan, sources: Set<string>): void {
  walkPlan(plan, (node) => {
    if (node.kind === 'Relation') sources.add(node.source);
    if (node.kind === 'InMemoryRelation') addSources(node.plan, sources);
    for (const expression of expressionsOf(node)) {
      walk(expression, (part) => {
        if ('plan' in part) addSources(part.plan, sources);
      });
    }
  });
}

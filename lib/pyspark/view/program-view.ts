import type { Lane } from '#lib/plan/graph/lane.ts';
import { logicalGraph } from '#lib/plan/graph/logical-graph.ts';
import { physicalGraph } from '#lib/plan/graph/physical-graph.ts';
import type { GraphView, PlanGraph } from '#lib/plan/graph/plan-graph.ts';
import { stageGraph } from '#lib/plan/graph/stage-graph.ts';
import type { Catalog, PlanSettings } from '#lib/plan/settings.ts';
import { predictSteps, type ReadProject } from '../predict-program.ts';
import type { PredictionMemo } from '../prediction-memo.ts';
import type { UnresolvedText } from '../program.ts';
import { type LaneLineage, laneLineage } from './lane-lineage.ts';
import { inPlaces, type Place, type Places, placesOf } from './places.ts';
import { type ProgramLane, programLanes } from './program-lanes.ts';
import { programSources, type SourceView } from './program-sources.ts';

/** What Spark will do with a program, as plain data for a page. Numbers called `place` are indexes of `places`. */
export interface ProgramView {
  readonly places: readonly Place[];
  readonly lanes: readonly LaneView[];
  /** Calls that run jobs although they are no action. */
  readonly eager: readonly { readonly place: number; readonly jobs: number }[];
  readonly sources: readonly SourceView[];
  readonly unresolved: readonly UnresolvedText[];
  /** Where the text is no Python. */
  readonly broken: readonly { readonly file: string; readonly from: number; readonly to: number }[];
}

/** An action, in program order; a streaming DataFrame; or a DataFrame at an end of a program that runs none. */
export interface LaneView {
  readonly place: number;
  readonly method: string;
  /** `action`; `stream`: in every batch; `nothing`: no action runs it. */
  readonly runBy: ProgramLane['runBy'];
  readonly jobs: readonly { readonly what: string; readonly tasks: readonly number[] }[];
  readonly stages: number;
  readonly shuffles: number;
  readonly broadcasts: number;
  readonly depends: readonly string[];
}

/** A program looked at: its view, and its graphs when they are asked for. */
export interface ViewedProgram {
  readonly view: ProgramView;
  graph(view: GraphView): PlanGraph;
  /** Of a column, by its position in what a lane gets; undefined where there are no columns. */
  lineage(lane: number, column: number): LaneLineage | undefined;
}

/** With a `memo` of an earlier version of the program only its new actions are planned. */
export function viewProgram(
  read: ReadProject,
  options: { readonly settings: PlanSettings; readonly catalog: Catalog },
  memo?: PredictionMemo,
): ViewedProgram {
  const places = placesOf(read.program.operations);
  const steps = predictSteps(read.program, options, memo);
  const lanes = programLanes(read, steps, options);
  const physical = physicalGraph(lanes);
  const view: ProgramView = {
    places: places.list,
    lanes: lanes.map((lane, index) => ({
      ...laneView(lane, places),
      ...movesOf(physical, index),
    })),
    eager: steps.flatMap((step) =>
      step.kind === 'eager' && step.jobs > 0 ? [{ place: places.of[step.eager.at]!, jobs: step.jobs }] : [],
    ),
    sources: programSources(read.calls),
    unresolved: read.unresolved,
    broken: [...read.files].flatMap(([file, { module }]) =>
      module.broken.map(({ from, to }) => ({ file, from, to })),
    ),
  };
  return {
    view,
    graph: (wanted) => inPlaces(graphOf(wanted, lanes, physical), places),
    lineage: (lane, column) => lanes[lane] && laneLineage(lanes[lane], column, places),
  };
}

function graphOf(view: GraphView, lanes: readonly Lane[], physical: PlanGraph): PlanGraph {
  if (view === 'logical') return logicalGraph(lanes);
  return view === 'physical' ? physical : stageGraph(physical);
}

function laneView(
  { at, method, runBy, conditions, prediction }: ProgramLane,
  { of }: Places,
): Omit<LaneView, 'shuffles' | 'broadcasts'> {
  return {
    place: of[at]!,
    method,
    runBy,
    jobs: prediction.jobs.map(({ what, tasks }) => ({ what, tasks })),
    stages: prediction.stages,
    depends: [...conditions, ...prediction.depends],
  };
}

/** What moves rows in an action, with what it runs to fill a cache. */
function movesOf({ nodes, edges }: PlanGraph, lane: number): Pick<LaneView, 'shuffles' | 'broadcasts'> {
  const own = new Set(nodes.filter((node) => node.lane === lane).map(({ id }) => id));
  const moves = edges.filter(({ to, exchange }) => own.has(to) && exchange?.reused === false);
  const shuffles = moves.filter(({ kind }) => kind === 'shuffle').length;
  return { shuffles, broadcasts: moves.length - shuffles };
}

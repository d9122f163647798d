import type { Lane } from '#lib/plan/graph/lane.ts';
import { logicalGraph } from '#lib/plan/graph/logical-graph.ts';
import { physicalGraph } from '#lib/plan/graph/physical-graph.ts';
import type { GraphView, PlanGraph } from '#lib/plan/graph/plan-graph.ts';
import { stageGraph } from '#lib/plan/graph/stage-graph.ts';
import type { Catalog, PlanSettings } from '#lib/plan/settings.ts';
import { predictSteps, type ReadProject } from '../predict-program.ts';
import type { UnresolvedText } from '../program.ts';
import { inPlaces, type Place, type Places, placesOf } from './places.ts';
import { type ProgramLane, programLanes } from './program-lanes.ts';

/** What Spark will do with a program, as plain data for a page. Numbers called `place` are indexes of `places`. */
export interface ProgramView {
  readonly places: readonly Place[];
  readonly lanes: readonly LaneView[];
  /** Calls that run jobs although they are no action. */
  readonly eager: readonly { readonly place: number; readonly jobs: number }[];
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
}

export function viewProgram(
  read: ReadProject,
  options: { readonly settings: PlanSettings; readonly catalog: Catalog },
): ViewedProgram {
  const places = placesOf(read.program.operations);
  const steps = predictSteps(read.program, options);
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
    unresolved: read.unresolved,
    broken: [...read.files].flatMap(([file, { module }]) =>
      module.broken.map(({ from, to }) => ({ file, from, to })),
    ),
  };
  return { view, graph: (wanted) => inPlaces(graphOf(wanted, lanes, physical), places) };
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

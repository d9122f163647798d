import type { BroughtOut } from '#components/graph/dimmed-stops.ts';
import { createStore } from '#components/shell/store.ts';
import type { GraphView } from '#lib/plan/graph/plan-graph.ts';
import { type Catalog, type PlanSettings, SPARK_VERSIONS } from '#lib/plan/settings.ts';
import type { EditAnswer, GraphEdit } from '#lib/pyspark/edit/graph-edit.ts';
import type { LaneLineage } from '#lib/pyspark/view/lane-lineage.ts';
import { FIRST_PROGRAM } from '../samples/first-program.ts';
import { type PlaygroundClient, startPlayground } from '../worker/playground-client.ts';
import type { HoveredFrame, LookedAt, OperationForm, Project, TextEdit } from '../worker/protocol.ts';
import { mainOf } from './main-of.ts';
import { NOTHING_SELECTED, type PlaygroundState, type ProgramFile } from './playground-state.ts';
import { afterPrediction } from './shown-prediction.ts';

/** What is there before anything was opened. */
export const FIRST: PlaygroundState = {
  id: 0,
  title: 'first.py',
  files: [{ path: 'first.py', text: FIRST_PROGRAM }],
  current: 'first.py',
  main: 'first.py',
  settings: { spark: SPARK_VERSIONS.at(-1)!, cores: 4, conf: {} },
  catalog: {},
  view: 'physical',
  shown: undefined,
  isStale: false,
  latest: undefined,
  findings: undefined,
  selection: NOTHING_SELECTED,
  out: undefined,
  failure: undefined,
};

/** The one program of this tab. It lives outside React: leaving the page and coming back finds it as it was. */
export const playground = createStore(FIRST);

/** The texts as they are, by path. */
const texts = new Map(playground.get().files.map(({ path, text }) => [path, text]));
let client: PlaygroundClient | undefined;
/** Counts changes: an answer about an older text does not fit the offsets in the editor. */
let version = 0;
let answered = -1;
/** The same count, for those who follow the texts: they are not in the state, which would draw all anew at every key. */
export const revision = createStore(version);

/** Starts reading; called when the page is there. */
export function start(): void {
  if (!client) sendAll();
}

export function openProgram(files: readonly ProgramFile[], title: string): void {
  const main = mainOf(files.map(({ path }) => path));
  texts.clear();
  for (const { path, text } of files) texts.set(path, text);
  change({
    ...{ id: playground.get().id + 1, title, files, main, current: main },
    ...{
      shown: undefined,
      isStale: false,
      latest: undefined,
      findings: undefined,
      selection: NOTHING_SELECTED,
      out: undefined,
    },
  });
  sendAll();
}

/** Adds an empty module to the program. */
export function addFile(): void {
  const { files } = playground.get();
  let number = 1;
  while (texts.has(`module_${number}.py`)) number++;
  const file = { path: `module_${number}.py`, text: '' };
  texts.set(file.path, '');
  change({ files: [...files, file], current: file.path });
  sendAll();
}

/** Takes a file out of the program; the last one stays. */
export function closeFile(path: string): void {
  const { files, current, main } = playground.get();
  const left = files.filter((file) => file.path !== path);
  if (left.length === 0) return;
  texts.delete(path);
  const next = left[0]!.path;
  change({ files: left, current: current === path ? next : current, main: main === path ? next : main });
  sendAll();
}

export function edited(path: string, edits: readonly TextEdit[], text: string): void {
  performance.mark('shufflescope:program-edited');
  texts.set(path, text);
  countChange();
  void client?.remote.edit(path, edits);
  void refresh();
}

export function textOf(path: string): string {
  return texts.get(path) ?? '';
}

export function chooseFile(current: string): void {
  change({ current });
}

export function chooseMain(main: string): void {
  change({ main, shown: undefined });
  sendAll();
}

export function chooseSettings(part: Partial<PlanSettings>): void {
  change({ settings: { ...playground.get().settings, ...part } });
  sendAll();
}

/** What is known of sources stays when another program is opened: it is about the data. */
export function chooseCatalog(catalog: Catalog): void {
  change({ catalog });
  sendAll();
}

export function chooseView(view: GraphView): void {
  change({ view, selection: { ...playground.get().selection, stop: undefined } });
  void refresh();
}

export function select(selection: Partial<PlaygroundState['selection']>): void {
  const { place, stop } = { ...playground.get().selection, ...selection };
  const before = playground.get().selection;
  if (place !== before.place || stop !== before.stop) change({ selection: { place, stop } });
}

export function bringOut(out: BroughtOut | undefined): void {
  if (out !== playground.get().out) change({ out });
}

/** Whether the offsets of what is shown are those of the text in the editor. */
export function isCurrent(): boolean {
  return answered === version;
}

export async function lineageOf(lane: number, column: number): Promise<LaneLineage | undefined> {
  const asked = version;
  const found = await client?.remote.lineage(lane, column);
  return asked === version ? found : undefined;
}

export async function operationForm(
  place: number,
  upstream: readonly number[],
): Promise<OperationForm | undefined> {
  const asked = version;
  const found = await client?.remote.operationForm(place, upstream);
  return asked === version ? found : undefined;
}

/** Undefined where the text has changed meanwhile. */
export async function planEdit(edit: GraphEdit): Promise<EditAnswer | undefined> {
  const asked = version;
  const answer = await client?.remote.planEdit(edit);
  return asked === version ? answer : undefined;
}

/** The program as it is in the editor, with what it rests on. */
export function projectNow(): Project {
  const { main, settings, catalog } = playground.get();
  return { files: new Map(texts), main, settings, catalog };
}

/** Opens a program with the settings and sources that it had. */
export function openProject({ files, main, settings, catalog }: Project, title: string): void {
  change({ settings, catalog });
  openProgram(
    [...files].map(([path, text]) => ({ path, text })),
    title,
  );
  if (main !== playground.get().main) chooseMain(main);
}

/** Everything of the playground, with the texts as they are. */
export function keptState(): PlaygroundState {
  const state = playground.get();
  return { ...state, files: state.files.map((file) => ({ ...file, text: textOf(file.path) })) };
}

/** Puts everything back as it was kept. */
export function openKept(kept: PlaygroundState): void {
  texts.clear();
  for (const { path, text } of kept.files) texts.set(path, text);
  change({ ...kept, id: playground.get().id + 1 });
  sendAll();
}

export async function lookAt(project: Project): Promise<LookedAt | undefined> {
  if (!client) return undefined;
  const { remote, broken } = client;
  return Promise.race([remote.lookAt(project), broken]);
}

export async function frameAt(path: string, offset: number): Promise<HoveredFrame | undefined> {
  const asked = version;
  const found = await client?.remote.frameAt(path, offset);
  return asked === version ? found : undefined;
}

/** After the worker has stopped: a new one, with the texts as they are. */
export function restart(): void {
  client?.close();
  client = undefined;
  change({ failure: undefined });
  sendAll();
}

function sendAll(): void {
  client ??= startPlayground();
  countChange();
  void client.remote.open(projectNow());
  void refresh();
}

let isRefreshing = false;
let isWantedAgain = false;

/** One question at a time; what changes meanwhile is asked for when it is answered. */
async function refresh(): Promise<void> {
  if (isRefreshing) {
    isWantedAgain = true;
    return;
  }
  isRefreshing = true;
  try {
    do {
      isWantedAgain = false;
      await ask();
    } while (isWantedAgain);
    hasFailed = false;
  } catch (error) {
    failed(error);
  } finally {
    isRefreshing = false;
  }
}

let hasFailed = false;

/** A worker that has stopped is started again once by itself: its script may just not have come through. */
function failed(error: unknown): void {
  client?.close();
  client = undefined;
  if (hasFailed) change({ failure: error instanceof Error ? error.message : String(error) });
  else setTimeout(restart, 500);
  hasFailed = true;
}

async function ask(): Promise<void> {
  if (!client) return;
  const { remote, broken } = client;
  const asked = version;
  const { id, view } = playground.get();
  const predicting = remote.predict(view);
  const finding = remote.findings();
  const prediction = await Promise.race([predicting, broken]);
  // Another program may have been opened meanwhile, which is asked about next.
  if (prediction && id === playground.get().id) {
    answered = asked;
    performance.mark('shufflescope:program-predicted');
    change(afterPrediction(playground.get(), prediction));
  }
  const findings = await Promise.race([finding, broken]);
  if (!findings || asked !== version) return;
  performance.mark('shufflescope:program-checked');
  change({ findings });
}

function countChange(): void {
  version++;
  revision.set(version);
}

function change(part: Partial<PlaygroundState>): void {
  playground.set({ ...playground.get(), ...part });
}

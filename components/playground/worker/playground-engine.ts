import { RuleContext } from '#lib/analyzers/code/context.ts';
import { PlanMemo } from '#lib/analyzers/code/plan-memo.ts';
import { readForRules } from '#lib/analyzers/code/read-program.ts';
import { REGISTRY } from '#lib/analyzers/code/registry.ts';
import { runRules } from '#lib/analyzers/code/run-rules.ts';
import { callsOfUncalled } from '#lib/analyzers/code/uncalled-functions.ts';
import type { GraphView, PlanGraph } from '#lib/plan/graph/plan-graph.ts';
import { SPARK_VERSIONS } from '#lib/plan/settings.ts';
import { editProject } from '#lib/pyspark/edit/edit-project.ts';
import type { EditAnswer, GraphEdit } from '#lib/pyspark/edit/graph-edit.ts';
import type { SourceFile } from '#lib/pyspark/interpret/interpreter.ts';
import type { PredictOptions } from '#lib/pyspark/predict.ts';
import { type ReadProject, readProject } from '#lib/pyspark/predict-program.ts';
import { PredictionMemo } from '#lib/pyspark/prediction-memo.ts';
import { loadPython, PythonDocument, type PythonLanguage } from '#lib/pyspark/syntax/parser.ts';
import { frameAt } from '#lib/pyspark/view/frame-at.ts';
import { frameFacts } from '#lib/pyspark/view/frame-facts.ts';
import type { LaneLineage } from '#lib/pyspark/view/lane-lineage.ts';
import { type ViewedProgram, viewProgram } from '#lib/pyspark/view/program-view.ts';
import { toFinding } from './finding.ts';
import { operationFormOf } from './operation-form.ts';
import type {
  Finding,
  HoveredFrame,
  LookedAt,
  OperationForm,
  PlaygroundWorker,
  Prediction,
  Project,
  TextEdit,
} from './protocol.ts';
import { pythonWasm } from './python-wasm.ts';

/** What one state of the text gave; made anew after every change. */
interface Looked {
  readonly version: number;
  readonly read: ReadProject;
  readonly viewed: ViewedProgram;
}

/** Reads and predicts the program that is being written. Lives in a worker. */
export class PlaygroundEngine implements PlaygroundWorker {
  #project: Project = {
    files: new Map(),
    main: '',
    settings: { spark: SPARK_VERSIONS.at(-1)!, cores: 4, conf: {} },
    catalog: {},
  };
  /** By path; a file that has not changed keeps its object, by which the interpreter knows that it was parsed. */
  readonly #sources = new Map<string, SourceFile>();
  /** It lasts as long as settings and catalog are the same objects, which is until the next `open`. */
  readonly #memo = new PredictionMemo();
  /** The same for the plans that rules look at. */
  readonly #planMemo = new PlanMemo();
  #language: PythonLanguage | undefined;
  #version = 0;
  #looked: Looked | undefined;

  open(project: Project): void {
    this.#project = project;
    this.#version++;
    for (const [path, source] of this.#sources) {
      if (project.files.get(path) === source.text) continue;
      source.document?.close();
      this.#sources.delete(path);
    }
    for (const [path, text] of project.files) if (!this.#sources.has(path)) this.#sources.set(path, { text });
  }

  edit(path: string, edits: readonly TextEdit[]): void {
    const { text: before = '', document: known } = this.#sources.get(path) ?? {};
    // From the first edit on only what an edit touches is parsed again.
    const document = known ?? (this.#language && new PythonDocument(this.#language, before));
    let text = before;
    for (const { from, to, text: added } of edits) {
      text = text.slice(0, from) + added + text.slice(to);
      document?.edit({ from, to, text: added });
    }
    this.#sources.set(path, document ? { text, document } : { text });
    this.#version++;
  }

  async predict(view: GraphView): Promise<Prediction | undefined> {
    const looked = await this.#look();
    return looked && { view: looked.viewed.view, graph: looked.viewed.graph(view) };
  }

  async graph(view: GraphView): Promise<PlanGraph | undefined> {
    return (await this.#look())?.viewed.graph(view);
  }

  async findings(): Promise<readonly Finding[] | undefined> {
    const looked = await this.#look();
    if (!looked) return undefined;
    const options = await this.#options();
    const context =
      this.#contextOf(looked.read) ?? (await readForRules(this.#sources, this.#project.main, options));
    return this.#isCurrent(looked.version) ? runRules(context, REGISTRY).map(toFinding) : undefined;
  }

  async lineage(lane: number, column: number): Promise<LaneLineage | undefined> {
    return (await this.#look())?.viewed.lineage(lane, column);
  }

  async operationForm(place: number, upstream: readonly number[]): Promise<OperationForm | undefined> {
    const looked = await this.#look();
    if (!looked) return undefined;
    const { language } = await this.#options();
    return this.#isCurrent(looked.version)
      ? operationFormOf(looked.read, place, upstream, language)
      : undefined;
  }

  async planEdit(edit: GraphEdit): Promise<EditAnswer | undefined> {
    const looked = await this.#look();
    if (!looked) return undefined;
    const answer = await editProject(
      this.#sources,
      this.#project.main,
      await this.#options(),
      edit,
      looked.read,
    );
    return this.#isCurrent(looked.version) ? answer : undefined;
  }

  async lookAt({ files, main, settings, catalog }: Project): Promise<LookedAt> {
    const options = { ...(await this.#options()), settings, catalog };
    const sources = new Map([...files].map(([path, text]) => [path, { text }]));
    const viewed = viewProgram(await readProject(sources, main, options, { calls: true }), options);
    const context = await readForRules(sources, main, options);
    const findings = runRules(context, REGISTRY).map(toFinding);
    return { view: viewed.view, graph: viewed.graph('physical'), findings };
  }

  async frameAt(path: string, offset: number): Promise<HoveredFrame | undefined> {
    const looked = await this.#look();
    const found = looked && frameAt(looked.read, path, offset);
    if (!found) return undefined;
    const { name, span, frame } = found;
    return { name, from: span.from, to: span.to, facts: frameFacts(frame.plan, this.#project.settings) };
  }

  async #look(): Promise<Looked | undefined> {
    const version = this.#version;
    if (this.#looked?.version === version) return this.#looked;
    const options = await this.#options();
    await turn();
    if (!this.#isCurrent(version)) return undefined;
    const read = await readProject(this.#sources, this.#project.main, options, { calls: true });
    if (!this.#isCurrent(version)) return undefined;
    this.#looked = { version, read, viewed: viewProgram(read, options, this.#memo) };
    return this.#looked;
  }

  /** What the rules look at, without reading the program again; undefined where functions that nobody calls have to be. */
  #contextOf({ program, calls, files }: ReadProject): RuleContext | undefined {
    const { main, settings, catalog } = this.#project;
    const file = files.get(main);
    const others = [...this.#sources].flatMap(([path, { text }]) => (path === main ? [] : [text]));
    if (!file || callsOfUncalled(file.text, file.module, others) !== '') return undefined;
    return new RuleContext({ program, calls, files, settings, catalog, isOwn: () => true }, this.#planMemo);
  }

  async #options(): Promise<PredictOptions> {
    this.#language ??= await loadPython(pythonWasm());
    return {
      language: this.#language,
      settings: this.#project.settings,
      catalog: this.#project.catalog,
      loadSql: () => import('#lib/pyspark/sql/parse-sql.ts'),
    };
  }

  #isCurrent(version: number): boolean {
    return this.#version === version;
  }
}

/** Lets messages in that have arrived, such as the next key stroke. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

import { expose } from 'comlink';
import { layoutGraph } from './layout-graph.ts';

const worker = { layoutGraph };
export type LayoutWorker = typeof worker;

expose(worker);

import { expose } from 'comlink';
import { AnalysisEngine } from './analysis-engine.ts';

expose(new AnalysisEngine());

import { expose } from 'comlink';
import { loadScenario } from '../load-scenario.ts';
import { browserEngines } from './browser-engines.ts';
import { LearnEngine } from './learn-engine.ts';

expose(new LearnEngine(browserEngines(), loadScenario));

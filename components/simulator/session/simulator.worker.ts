import { expose } from 'comlink';
import { SimulatorEngine } from './simulator-engine.ts';

expose(new SimulatorEngine());

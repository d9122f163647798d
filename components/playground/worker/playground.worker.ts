import { expose } from 'comlink';
import { PlaygroundEngine } from './playground-engine.ts';

expose(new PlaygroundEngine());

import type { Rdd } from '#lib/plan/rdd/rdd.ts';
import { elementsOf, lengthOf } from '../../values/iterate.ts';
import { int, NONE, str, unknown, unknownLike } from '../../values/make.ts';
import type { ContextValue, RddValue } from '../../values/spark-value.ts';
import type { Value } from '../../values/value.ts';
import { flatten } from '../columns.ts';
import type { Call, Class, Method } from '../method.ts';
import { numberOf, textOf } from '../read-value.ts';
import { unionOf } from './combine-rdds.ts';
import { textSplits } from './text-splits.ts';

function source(
  call: Call,
  method: string,
  of: string | undefined,
  rows: number | undefined,
  partitions: number | undefined,
): Rdd {
  return { kind: 'source', method, source: of, rows, at: call.at, partitions };
}

function files(method: string, signature = 'name, minPartitions'): Method<ContextValue> {
  return [
    signature,
    (_, a, call) => {
      const path = textOf(a.get(signature.split(',')[0]!))?.replace(/(.)\/+$/, '$1');
      if (path === undefined) call.note('a source whose name depends on the run', 'its size is not known');
      const { catalog, settings } = call.run;
      const least = numberOf(a.get('minPartitions')) ?? Math.min(2, settings.cores);
      const partitions = method === 'textFile' ? textSplits(catalog, path, least) : undefined;
      const rdd = source(call, method, path, undefined, partitions);
      return method === 'textFile' ? { kind: 'rdd', rdd, element: () => LINE } : { kind: 'rdd', rdd };
    },
  ];
}

const LINE = unknownLike('a line of a file', 'str');

const done: Method<ContextValue> = ['', () => NONE];

/** SparkContext. */
export const CONTEXT_CLASS: Class<ContextValue> = {
  methods: {
    parallelize: [
      'c, numSlices',
      (_, a, call): RddValue => {
        const data = a.get('c') ?? unknown('rows');
        const slices = numberOf(a.get('numSlices')) ?? call.run.settings.cores;
        const elements = data.kind === 'range' ? undefined : elementsOf(data);
        const rdd = source(call, 'parallelize', undefined, lengthOf(data), slices);
        return elements && !elements.open
          ? { kind: 'rdd', rdd, items: elements.items }
          : { kind: 'rdd', rdd };
      },
    ],
    range: [
      'start, end, step, numSlices',
      (_, a, call) => {
        const [start, end] = [numberOf(a.get('start')), numberOf(a.get('end'))];
        const step = numberOf(a.get('step')) ?? 1;
        const rows =
          start === undefined
            ? undefined
            : Math.ceil(((end ?? start) - (end === undefined ? 0 : start)) / step);
        return {
          kind: 'rdd',
          rdd: source(
            call,
            'range',
            undefined,
            rows,
            numberOf(a.get('numSlices')) ?? call.run.settings.cores,
          ),
        };
      },
    ],
    emptyRDD: ['', (_, __, call) => ({ kind: 'rdd', rdd: source(call, 'emptyRDD', undefined, 0, 0) })],
    textFile: files('textFile'),
    wholeTextFiles: files('wholeTextFiles', 'path, minPartitions'),
    binaryFiles: files('binaryFiles', 'path, minPartitions'),
    sequenceFile: files('sequenceFile', 'path, minPartitions'),
    pickleFile: files('pickleFile'),
    newAPIHadoopFile: files('newAPIHadoopFile', 'path, minPartitions'),
    hadoopFile: files('hadoopFile', 'path, minPartitions'),
    union: [
      'rdds',
      (_, a, call) => {
        const rdds = flatten(a.get('rdds') ? [a.get('rdds')!] : []).flatMap((value) =>
          value.kind === 'rdd' ? [value.rdd] : [],
        );
        return { kind: 'rdd', rdd: unionOf(rdds, call) };
      },
    ],
    broadcast: ['value', (_, a) => ({ kind: 'broadcast', value: a.get('value') ?? NONE })],
    accumulator: ['value, accum_param', () => ({ kind: 'accumulator' })],
    setLogLevel: ['logLevel', done[1]],
    setCheckpointDir: ['dirName', done[1]],
    setJobGroup: ['groupId, description', done[1]],
    setJobDescription: ['value', done[1]],
    setLocalProperty: ['key, value', done[1]],
    addFile: ['path', done[1]],
    addPyFile: ['path', done[1]],
    stop: done,
    getConf: ['', (_, __, call) => ({ kind: 'spark-conf', conf: call.run.session.conf })],
    getOrCreate: ['conf', (self) => self],
    runJob: ['rdd, partitionFunc, partitions, allowLocal', () => unknown('the result of a job')],
  },
  properties: {
    defaultParallelism: (_, call): Value => int(call.run.settings.cores),
    defaultMinPartitions: (_, call): Value => int(Math.min(2, call.run.settings.cores)),
    version: (_, call) => str(`${call.run.settings.spark}.0`),
    applicationId: () => unknown('the id of the application'),
    appName: () => unknown('the name of the application'),
  },
  other: (_, name) => unknown(`sparkContext.${name}`),
};

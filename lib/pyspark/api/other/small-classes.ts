import { NONE, unknown } from '../../values/make.ts';
import type { AccumulatorValue, BroadcastValue, UdfValue } from '../../values/spark-value.ts';
import type { Class } from '../method.ts';

export const BROADCAST_CLASS: Class<BroadcastValue> = {
  methods: { unpersist: ['blocking', () => NONE], destroy: ['blocking', () => NONE] },
  properties: { value: (self) => self.value },
};

export const ACCUMULATOR_CLASS: Class<AccumulatorValue> = {
  methods: { add: ['term', () => NONE] },
  properties: { value: () => unknown('the value of an accumulator') },
};

export const UDF_CLASS: Class<UdfValue> = {
  methods: { asNondeterministic: ['', (self) => ({ ...self, deterministic: false })] },
  properties: { func: (self) => self.fn, returnType: (self) => ({ kind: 'type', type: self.type }) },
};

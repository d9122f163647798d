import { numberOf, textOf } from '../api/read-value.ts';
import { strftime } from '../values/format.ts';
import { float, int, str } from '../values/make.ts';
import type { MomentValue, Value } from '../values/value.ts';
import type { BuiltinMethods } from './methods.ts';

const DAY = 86_400_000;

/** Of datetime.date, datetime.datetime and datetime.timedelta constants. */
export const MOMENT_METHODS: BuiltinMethods<MomentValue> = {
  strftime: (self, args) => {
    const format = textOf(args.positional[0]);
    return format === undefined ? undefined : str(strftime(self.ms, format));
  },
  isoformat: (self) =>
    str(self.kind === 'date' ? strftime(self.ms, '%Y-%m-%d') : strftime(self.ms, '%Y-%m-%dT%H:%M:%S')),
  date: (self) => ({ kind: 'date', ms: Math.floor(self.ms / DAY) * DAY }),
  timestamp: (self) => float(self.ms / 1000),
  total_seconds: (self) => float(self.ms / 1000),
  weekday: (self) => int((new Date(self.ms).getUTCDay() + 6) % 7),
  isoweekday: (self) => int(((new Date(self.ms).getUTCDay() + 6) % 7) + 1),
  replace: (self, args): Value => {
    const date = new Date(self.ms);
    const given = (name: string): number | undefined => numberOf(args.keywords.get(name));
    const ms = Date.UTC(
      given('year') ?? date.getUTCFullYear(),
      (given('month') ?? date.getUTCMonth() + 1) - 1,
      given('day') ?? date.getUTCDate(),
      given('hour') ?? date.getUTCHours(),
      given('minute') ?? date.getUTCMinutes(),
      given('second') ?? date.getUTCSeconds(),
      date.getUTCMilliseconds(),
    );
    return { kind: self.kind, ms };
  },
};

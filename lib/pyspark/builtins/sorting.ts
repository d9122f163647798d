import type { Run } from '../interpret/run.ts';
import { args as argsOf } from '../values/make.ts';
import { orderOf } from '../values/order.ts';
import { truth } from '../values/truth.ts';
import type { Args, CallSite, Value } from '../values/value.ts';

/** As `sorted(items, key=…, reverse=…)`; undefined when some order is not known. */
export function sorted(
  run: Run,
  items: readonly Value[],
  args: Args,
  site: CallSite,
): readonly Value[] | undefined {
  const key = args.keywords.get('key');
  const reverse = truth(args.keywords.get('reverse') ?? { kind: 'none' });
  const keyed = items.map((item) => ({
    item,
    key: key && key.kind !== 'none' ? run.call(key, argsOf([item]), site) : item,
  }));
  let known = reverse !== undefined;
  const ordered = keyed.toSorted((a, b) => {
    const order = orderOf(a.key, b.key);
    if (order === undefined) known = false;
    return (order ?? 0) * (reverse ? -1 : 1);
  });
  return known ? ordered.map(({ item }) => item) : undefined;
}

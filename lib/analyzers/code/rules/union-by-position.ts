import { outputOf } from '#lib/plan/logical/output.ts';
import type { Rule } from '../rule.ts';

export const unionByPosition: Rule = {
  id: 'DET-06',
  name: 'union-by-position',
  title: 'a union of the same columns in another order',
  severity: 'high',
  evidence: 'C',
  why: 'union() puts columns together by place, not by name: values end up under the wrong name, without an error where the types fit.',
  notWhen: 'The names mean different things on purpose.',
  options: [
    {
      action: 'unionByName().',
      trade_off: 'Another result: the one that the names suggest.',
      avoid_when: 'Columns are meant to be put together by place.',
    },
    {
      action: 'select() the columns in the same order first.',
      trade_off: 'A list of names to keep up to date.',
      avoid_when: 'unionByName() does.',
    },
  ],
  *check(context) {
    for (const call of context.on('frame', 'union', 'unionAll')) {
      const other = call.args.positional[0] ?? call.args.keywords.get('other');
      if (other?.kind !== 'frame') continue;
      const [left, right] = [namesOf(call.on.plan), namesOf(other.plan)];
      const sameNames = left.length === right.length && left.toSorted().join() === right.toSorted().join();
      const wrong = left.findIndex((name, index) => name !== right[index]);
      if (!sameNames || wrong === -1 || new Set(left).size < left.length) continue;
      yield {
        where: call.name,
        message: `both sides have the columns ${left.toSorted().slice(0, 4).join(', ')}${left.length > 4 ? ', …' : ''}, in another order: ${right[wrong]} of the right side goes under ${left[wrong]}`,
        confidence: 'high',
        whyConfidence: 'the columns of both sides are known, and union() goes by place',
      };
    }
  },
};

function namesOf(plan: Parameters<typeof outputOf>[0]): readonly string[] {
  return outputOf(plan).map(({ name }) => name.toLowerCase());
}

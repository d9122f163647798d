import type { Expr } from '../syntax/ast.ts';
import { hashKey } from '../values/hash-key.ts';
import { elementsOf, unpack } from '../values/iterate.ts';
import { list, unknown } from '../values/make.ts';
import type { Scope, Value } from '../values/value.ts';
import type { Run } from './run.ts';
import { bind } from './scope.ts';

export function assignTo(run: Run, target: Expr, value: Value, scope: Scope): void {
  switch (target.kind) {
    case 'name':
      bind(run, scope, target.name, value);
      return;
    case 'tuple':
    case 'list':
      assignParts(run, target.items, value, scope);
      return;
    case 'starred':
      assignTo(run, target.value, value, scope);
      return;
    case 'attribute': {
      const object = run.evaluate(target.object, scope);
      if (object.kind === 'instance' || object.kind === 'class')
        run.journal.set(object.attrs, target.name, value);
      return;
    }
    case 'subscript':
      assignItem(run, run.evaluate(target.object, scope), run.evaluate(target.index, scope), value);
      return;
    default:
      return;
  }
}

function assignParts(run: Run, targets: readonly Expr[], value: Value, scope: Scope): void {
  const starred = targets.findIndex((target) => target.kind === 'starred');
  const elements = starred === -1 ? undefined : elementsOf(value);
  const known =
    starred === -1
      ? unpack(value, targets.length)
      : elements && !elements.open && elements.items.length >= targets.length - 1
        ? spread(elements.items, targets.length, starred)
        : undefined;
  const why = value.kind === 'unknown' ? value.why : 'a part of what depends on the run';
  const frame = value.kind === 'unknown' ? value.frame : undefined;
  targets.forEach((target, index) => {
    assignTo(run, target, known?.[index] ?? unknown(why, frame), scope);
  });
}

function spread(items: readonly Value[], targets: number, starred: number): readonly Value[] {
  const after = targets - 1 - starred;
  return [
    ...items.slice(0, starred),
    list(items.slice(starred, items.length - after)),
    ...items.slice(items.length - after),
  ];
}

function assignItem(run: Run, object: Value, index: Value, value: Value): void {
  if (object.kind === 'dict') {
    const key = hashKey(index);
    if (key === undefined) object.open = true;
    else run.journal.set(object.entries, key, [index, value] as const);
  } else if (object.kind === 'list') {
    if (index.kind === 'int') {
      const at = index.value < 0 ? object.items.length + index.value : index.value;
      if (at >= 0 && at < object.items.length) object.items[at] = value;
    } else {
      object.open = true;
    }
  }
}

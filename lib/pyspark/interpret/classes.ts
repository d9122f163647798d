import type { ClassDef, Expr } from '../syntax/ast.ts';
import { str } from '../values/make.ts';
import type { ClassValue, InstanceValue, Scope, Value } from '../values/value.ts';
import { evaluateArgs } from './call-expression.ts';
import type { Run } from './run.ts';
import { innerScope } from './scope.ts';

const ENUM_BASES = new Set(['Enum', 'IntEnum', 'StrEnum', 'Flag']);

export function makeClass(run: Run, def: ClassDef, scope: Scope): ClassValue {
  const bases = evaluateArgs(run, def.bases, scope).positional;
  const baseNames = def.bases.map(({ value }) => lastName(value));
  const isEnum =
    baseNames.some((name) => ENUM_BASES.has(name)) ||
    bases.some((base) => base.kind === 'class' && base.isEnum);
  // Names of the body are attributes of the class; functions in it see the scope around the class.
  const inside: Scope = { ...innerScope(scope), outer: scope };
  const cls: ClassValue = { kind: 'class', name: def.name, bases, attrs: inside.vars, def, isEnum };
  run.execute(def.body, inside);
  for (const [name, value] of cls.attrs) {
    if (value.kind === 'function')
      cls.attrs.set(name, { ...value, owner: cls, scope: outsideOf(value.scope, inside, scope) });
    else if (isEnum && !name.startsWith('_')) cls.attrs.set(name, member(cls, name, value));
  }
  if (baseNames.includes('NamedTuple') || baseNames.includes('BaseModel') || inheritsFields(bases)) {
    cls.fields = annotatedFields(cls, def);
  }
  return cls;
}

/** Functions of the body must not see the other names of the body without `self.`. */
function outsideOf(scope: Scope, inside: Scope, outside: Scope): Scope {
  return scope === inside ? outside : scope;
}

function inheritsFields(bases: readonly Value[]): boolean {
  return bases.some((base) => base.kind === 'class' && base.fields !== undefined);
}

/** `name: type = default` in the body, those of the bases first. */
export function annotatedFields(
  cls: ClassValue,
  def: ClassDef,
): readonly (readonly [name: string, value: Value | undefined])[] {
  const fields = new Map<string, Value | undefined>();
  for (const base of cls.bases)
    if (base.kind === 'class') for (const [name, value] of base.fields ?? []) fields.set(name, value);
  for (const stmt of def.body) {
    if (stmt.kind === 'annotated' && stmt.target.kind === 'name') {
      fields.set(stmt.target.name, stmt.value ? cls.attrs.get(stmt.target.name) : undefined);
    }
  }
  return [...fields];
}

function member(cls: ClassValue, name: string, value: Value): InstanceValue {
  return {
    kind: 'instance',
    cls,
    attrs: new Map([
      ['name', str(name)],
      ['value', value],
    ]),
  };
}

function lastName(expr: Expr): string {
  return expr.kind === 'name' || expr.kind === 'attribute' ? expr.name : '';
}

/** An attribute of the class or of what it inherits from, nearest first. */
export function findInClass(cls: ClassValue, name: string, depth = 0): Value | undefined {
  const own = cls.attrs.get(name);
  if (own !== undefined || depth > 20) return own;
  for (const base of cls.bases) {
    const found = base.kind === 'class' ? findInClass(base, name, depth + 1) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The same, beginning after `owner`: what `super()` finds. */
export function findInBases(owner: ClassValue, name: string): Value | undefined {
  for (const base of owner.bases) {
    const found = base.kind === 'class' ? findInClass(base, name) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

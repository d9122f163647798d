import { canonicalKey } from '../expression/canonical.ts';
import type { Attribute, Expression, NamedExpression, WindowExpression } from '../expression/expression.ts';
import { alias, isAggregate, toAttribute } from '../expression/make.ts';
import { mapOperands, references, some } from '../expression/traverse.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import type { Session } from './session.ts';

/**
 * A select list with window functions becomes: what they read, one Window for each specification, and a Project of the
 * list (Spark's ExtractWindowExpressions, names `_w0` and `_we0` included).
 */
export function hasWindow(expression: Expression): boolean {
  return some(expression, (each) => each.kind === 'window');
}

export function extractWindows(
  list: readonly NamedExpression[],
  /** Makes the node under the windows from the list of what they and the others read. */
  below: (list: readonly NamedExpression[]) => LogicalPlan,
  session: Session,
  at: number,
): LogicalPlan {
  const regular = list.filter((named) => !hasWindow(named));
  const operands = new Operands(regular, session);
  const windowed = list.filter(hasWindow).map((named) => operands.extractFrom(named));
  const child = below([...regular, ...operands.extracted]);
  const withWindows = addWindows(windowed, child, session, at);
  return { kind: 'Project', list: list.map(toAttribute), child: withWindows, at };
}

/** What window functions read, each once. */
class Operands {
  private readonly named = new Map<string, NamedExpression>();
  private readonly given: Set<number>;
  private readonly session: Session;

  constructor(regular: readonly NamedExpression[], session: Session) {
    this.session = session;
    this.given = new Set(regular.map((named) => named.id));
  }

  get extracted(): readonly NamedExpression[] {
    return [...this.named.values()];
  }

  extractFrom(named: NamedExpression): NamedExpression {
    return this.visit(named) as NamedExpression;
  }

  private visit(expression: Expression): Expression {
    if (expression.kind === 'window') return this.window(expression);
    if (isAggregate(expression) || expression.kind === 'attribute') return this.operand(expression);
    return mapOperands(expression, (operand) => this.visit(operand));
  }

  private window(window: WindowExpression): WindowExpression {
    return {
      ...window,
      fn: mapOperands(window.fn, (operand) => this.operand(operand)),
      partitionBy: window.partitionBy.map((key) => this.operand(key)),
      orderBy: window.orderBy.map((order) => ({ ...order, child: this.operand(order.child) })),
    };
  }

  private operand(expression: Expression): Expression {
    if (expression.kind === 'attribute') {
      if (!this.given.has(expression.id)) {
        this.given.add(expression.id);
        this.named.set(`#${expression.id}`, expression);
      }
      return expression;
    }
    if (isConstant(expression)) return expression;
    const key = canonicalKey(expression);
    const known = this.named.get(key);
    if (known !== undefined) return toAttribute(known);
    const named = alias(expression, `_w${this.named.size}`, this.session.nextId());
    this.named.set(key, named);
    return toAttribute(named);
  }
}

/** Known without any row (Spark's `foldable`). */
function isConstant(expression: Expression): boolean {
  return (
    references(expression).size === 0 &&
    !some(
      expression,
      (each) =>
        isAggregate(each) || each.kind === 'python-udf' || (each.kind === 'call' && !each.deterministic),
    )
  );
}

function addWindows(
  list: readonly NamedExpression[],
  child: LogicalPlan,
  session: Session,
  at: number,
): LogicalPlan {
  const windows: NamedExpression[] = [];
  const take = (window: NamedExpression): Attribute => {
    windows.push(window);
    return toAttribute(window);
  };
  const visit = (expression: Expression): Expression => {
    if (expression.kind === 'alias' && expression.child.kind === 'window') return take(expression);
    if (expression.kind === 'window') {
      return take(alias(expression, `_we${windows.length}`, session.nextId()));
    }
    return mapOperands(expression, visit);
  };
  const rest = list.map((named) => visit(named) as NamedExpression);
  let plan = child;
  for (const group of grouped(windows)) {
    const { partitionBy, orderBy } = group.window;
    plan = { kind: 'Window', list: group.list, partitionBy, orderBy, child: plan, at };
  }
  const given = outputOf(plan);
  const ids = new Set(given.map((attribute) => attribute.id));
  const computed = rest.filter((named) => !ids.has(named.id));
  if (computed.length === 0) return plan;
  return { kind: 'Project', list: [...given, ...computed], child: plan, at };
}

interface WindowGroup {
  readonly window: WindowExpression;
  readonly list: NamedExpression[];
}

function grouped(windows: readonly NamedExpression[]): readonly WindowGroup[] {
  const groups = new Map<string, WindowGroup>();
  for (const named of windows) {
    const window = named.kind === 'alias' ? named.child : named;
    if (window.kind !== 'window') continue;
    const spec = [...window.partitionBy, ...window.orderBy].map(canonicalKey);
    const key = [window.partitionBy.length, ...spec, isPython(window.fn)].join(';');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { window, list: [named] });
    else group.list.push(named);
  }
  return [...groups.values()];
}

/** Python functions over windows run in a node of their own. */
function isPython(fn: Expression): boolean {
  return fn.kind === 'python-udf';
}

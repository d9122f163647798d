import type { Pattern, Stmt } from '../syntax/ast.ts';
import { unknown } from '../values/make.ts';
import { equal, truth } from '../values/truth.ts';
import type { Scope, Value } from '../values/value.ts';
import { eitherBranch } from './branches.ts';
import type { Flow } from './flow.ts';
import type { Run } from './run.ts';
import { bind } from './scope.ts';

/** The first case that certainly matches; one that may match is gone through beside the rest. */
export function matchCases(run: Run, stmt: Stmt & { kind: 'match' }, scope: Scope): Flow {
  const subject = run.evaluate(stmt.subject, scope);
  const from = (index: number): Flow => {
    const each = stmt.cases[index];
    if (each === undefined) return undefined;
    const pattern = each.patterns.length === 1 ? each.patterns[0]! : ({ kind: 'other', names: [] } as const);
    const matches = match(run, pattern, subject, scope);
    if (matches === false) return from(index + 1);
    const guard = each.guard ? truth(run.evaluate(each.guard, scope)) : true;
    if (guard === false) return from(index + 1);
    if (matches === true && guard === true) return run.execute(each.body, scope);
    const rest = stmt.cases.slice(index + 1);
    const others: readonly Stmt[] = rest.length > 0 ? [{ ...stmt, cases: rest }] : [];
    return eitherBranch(run, stmt.subject, each.body, others, scope);
  };
  return from(0);
}

function match(run: Run, pattern: Pattern, subject: Value, scope: Scope): boolean | undefined {
  switch (pattern.kind) {
    case 'wildcard':
      return true;
    case 'capture':
      bind(run, scope, pattern.name, subject);
      return true;
    case 'value':
      return equal(run.evaluate(pattern.value, scope), subject);
    case 'or': {
      const answers = pattern.options.map((option) => match(run, option, subject, scope));
      if (answers.includes(true)) return true;
      return answers.includes(undefined) ? undefined : false;
    }
    case 'as':
      bind(run, scope, pattern.name, subject);
      return match(run, pattern.pattern, subject, scope);
    case 'other':
      for (const name of pattern.names) bind(run, scope, name, unknown('a part of what is matched'));
      return undefined;
  }
}

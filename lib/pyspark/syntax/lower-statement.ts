import type { Expr, FunctionDef, Handler, ImportName, MatchCase, Pattern, Stmt, WithItem } from './ast.ts';
import { ExpressionLowering } from './lower-expression.ts';
import type { SyntaxNode } from './syntax-tree.ts';

/** Turns tree-sitter's statement nodes into `Stmt`; what it marks as an error is left out. */
export class StatementLowering extends ExpressionLowering {
  /** Whether a `yield` was seen in the function that is being lowered. */
  private yields = false;

  /** A statement of the module itself. */
  topLevel(node: SyntaxNode): readonly Stmt[] {
    return this.statement(node);
  }

  private block(node: SyntaxNode | undefined): readonly Stmt[] {
    return (node?.children ?? []).flatMap((child) => this.statement(child));
  }

  private statement(node: SyntaxNode): readonly Stmt[] {
    const { from, to, children } = node;
    const span = { from, to };
    const first = children[0];
    switch (node.type) {
      case 'expression_statement':
        return this.expressionStatement(node);
      case 'return_statement':
        return [{ kind: 'return', value: this.optional(first), ...span }];
      case 'delete_statement': {
        const target = this.optional(first);
        const targets = target?.kind === 'tuple' ? target.items : target ? [target] : [];
        return [{ kind: 'delete', targets, ...span }];
      }
      case 'raise_statement':
        return [{ kind: 'raise', value: this.optional(first), ...span }];
      case 'assert_statement':
        return [{ kind: 'assert', test: this.expression(first), ...span }];
      case 'pass_statement':
        return [{ kind: 'pass', ...span }];
      case 'break_statement':
        return [{ kind: 'break', ...span }];
      case 'continue_statement':
        return [{ kind: 'continue', ...span }];
      case 'global_statement':
      case 'nonlocal_statement':
        return [
          {
            kind: node.type === 'global_statement' ? 'global' : 'nonlocal',
            names: children.map((child) => this.source(child)),
            ...span,
          },
        ];
      case 'import_statement':
        return [{ kind: 'import', names: children.map((child) => this.importName(child)), ...span }];
      case 'import_from_statement':
        return [this.importFrom(node)];
      case 'print_statement':
        return children
          .filter((child) => child.type !== 'chevron')
          .map((child) => ({ kind: 'expression', value: this.expression(child), ...span }));
      case 'decorated_definition': {
        const definition = children.at(-1);
        const decorators = children
          .filter((child) => child.type === 'decorator')
          .map((child) => this.expression(child.children[0]));
        return definition ? this.definition(definition, decorators) : [];
      }
      case 'function_definition':
      case 'class_definition':
        return this.definition(node, []);
      default:
        return this.compound(node);
    }
  }

  private compound(node: SyntaxNode): readonly Stmt[] {
    const { from, to, children } = node;
    const span = { from, to };
    const body = this.bodyOf(node);
    const otherwise = children.find((child) => child.type === 'else_clause');
    switch (node.type) {
      case 'if_statement':
        return [this.ifStatement(node)];
      case 'for_statement':
        return [
          {
            kind: 'for',
            target: this.expression(children[0]),
            iterable: this.expression(children[1]),
            body,
            orElse: this.bodyOf(otherwise),
            ...span,
          },
        ];
      case 'while_statement':
        return [
          {
            kind: 'while',
            test: this.expression(children[0]),
            body,
            orElse: this.bodyOf(otherwise),
            ...span,
          },
        ];
      case 'try_statement':
        return [
          {
            kind: 'try',
            body,
            handlers: children
              .filter((child) => child.type.startsWith('except'))
              .map((child) => this.handler(child)),
            orElse: this.bodyOf(otherwise),
            final: this.bodyOf(children.find((child) => child.type === 'finally_clause')),
            ...span,
          },
        ];
      case 'with_statement':
        return [{ kind: 'with', items: this.withItems(children[0]), body, ...span }];
      case 'match_statement':
        return [this.matchStatement(node)];
      case 'ERROR':
        // Whole statements inside the broken part are still what they are.
        return children
          .filter((child) => /_(statement|definition)$/.test(child.type))
          .flatMap((child) => this.statement(child));
      default:
        return [];
    }
  }

  private bodyOf(node: SyntaxNode | undefined): readonly Stmt[] {
    return this.block(node?.children.find((child) => child.type === 'block'));
  }

  private expressionStatement(node: SyntaxNode): readonly Stmt[] {
    const [first] = node.children;
    if (first === undefined) return [];
    const span = { from: node.from, to: node.to };
    if (node.children.length > 1) {
      const items = node.children.map(this.expression);
      return [{ kind: 'expression', value: { kind: 'tuple', items, ...span }, ...span }];
    }
    if (first.type === 'assignment') return [this.assignment(first)];
    if (first.type === 'augmented_assignment') {
      const [target, operator, value] = first.children;
      return [
        {
          kind: 'augmented',
          target: this.expression(target),
          operator: (operator?.type ?? '').replace(/=$/, ''),
          value: this.expression(value),
          ...span,
        },
      ];
    }
    if (first.type === 'yield') this.yields = true;
    return first.type === 'ERROR' ? [] : [{ kind: 'expression', value: this.expression(first), ...span }];
  }

  private assignment(node: SyntaxNode): Stmt {
    const { from, to } = node;
    const [target, second, third] = node.children;
    if (second?.type === 'type') {
      return {
        kind: 'annotated',
        target: this.expression(target),
        annotation: this.expression(second),
        value: this.optional(third),
        from,
        to,
      };
    }
    // `a = b = value` nests to the right.
    const targets = [this.expression(target)];
    let value = second;
    while (value?.type === 'assignment') {
      targets.push(this.expression(value.children[0]));
      value = value.children[1];
    }
    if (value?.type === 'yield') this.yields = true;
    return { kind: 'assign', targets, value: this.expression(value), from, to };
  }

  private ifStatement(node: SyntaxNode): Stmt {
    const clauses = node.children.filter(
      (child) => child.type === 'elif_clause' || child.type === 'else_clause',
    );
    const build = (index: number): readonly Stmt[] => {
      const clause = clauses[index];
      if (clause === undefined) return [];
      if (clause.type === 'else_clause') return this.bodyOf(clause);
      return [
        {
          kind: 'if',
          test: this.expression(clause.children[0]),
          body: this.bodyOf(clause),
          orElse: build(index + 1),
          from: clause.from,
          to: clause.to,
        },
      ];
    };
    return {
      kind: 'if',
      test: this.expression(node.children[0]),
      body: this.bodyOf(node),
      orElse: build(0),
      from: node.from,
      to: node.to,
    };
  }

  private handler(node: SyntaxNode): Handler {
    const [first, second] = node.children.filter((child) => child.type !== 'block');
    const body = this.bodyOf(node);
    if (first?.type === 'as_pattern') {
      const name = first.children[1];
      return { type: this.optional(first.children[0]), name: name ? this.source(name) : undefined, body };
    }
    return { type: this.optional(first), name: second ? this.source(second) : undefined, body };
  }

  private withItems(clause: SyntaxNode | undefined): readonly WithItem[] {
    const items = (clause?.children ?? []).map((child) => child.children[0] ?? child);
    return items
      .flatMap((item) => (item.type === 'tuple' ? item.children : [item]))
      .map((item) =>
        item.type === 'as_pattern'
          ? { value: this.expression(item.children[0]), target: this.optional(item.children[1]) }
          : { value: this.expression(item), target: undefined },
      );
  }

  private definition(node: SyntaxNode, decorators: readonly Expr[]): readonly Stmt[] {
    const { from, to, children } = node;
    const nameNode = children.find((child) => child.type === 'identifier');
    const name = nameNode ? this.source(nameNode) : '';
    const blockNode = children.find((child) => child.type === 'block');
    if (node.type === 'class_definition') {
      const bases = this.args(children.find((child) => child.type === 'argument_list'));
      return [{ kind: 'class', name, bases, body: this.block(blockNode), decorators, from, to }];
    }
    if (node.type !== 'function_definition') return [];
    const outer = this.yields;
    this.yields = false;
    const definition: FunctionDef = {
      kind: 'function',
      name,
      params: this.params(children.find((child) => child.type === 'parameters')),
      returns: this.optional(children.find((child) => child.type === 'type')),
      body: this.block(blockNode),
      decorators,
      generator: this.yields,
      from,
      to,
    };
    this.yields = outer;
    return [definition];
  }

  private importName(node: SyntaxNode): ImportName {
    if (node.type !== 'aliased_import') return { name: this.source(node), as: undefined };
    const [name, alias] = node.children;
    return { name: name ? this.source(name) : '', as: alias ? this.source(alias) : undefined };
  }

  private importFrom(node: SyntaxNode): Stmt {
    const [module, ...names] = node.children;
    const path = module ? this.source(module).replace(/\s/g, '') : '';
    const level = /^\.*/.exec(path)?.[0].length ?? 0;
    const all = names.some((child) => child.type === 'wildcard_import');
    return {
      kind: 'import-from',
      level,
      module: path.slice(level),
      names: all
        ? undefined
        : names.filter((child) => child.type !== 'ERROR').map((child) => this.importName(child)),
      from: node.from,
      to: node.to,
    };
  }

  private matchStatement(node: SyntaxNode): Stmt {
    const subjects = node.children.filter((child) => child.type !== 'block' && child.type !== 'case_clause');
    const block = node.children.find((child) => child.type === 'block');
    const cases = (block?.children ?? node.children).filter((child) => child.type === 'case_clause');
    return {
      kind: 'match',
      subject: this.expression(subjects[0]),
      cases: cases.map((clause): MatchCase => {
        const guard = clause.children.find((child) => child.type === 'if_clause');
        return {
          patterns: clause.children
            .filter((child) => child.type === 'case_pattern')
            .map((child) => this.pattern(child)),
          guard: this.optional(guard?.children[0]),
          body: this.bodyOf(clause),
        };
      }),
      from: node.from,
      to: node.to,
    };
  }

  private pattern(node: SyntaxNode): Pattern {
    const [first] = node.children;
    switch (node.type) {
      case 'case_pattern':
        if (this.source(node).trim() === '_') return { kind: 'wildcard' };
        return first ? this.pattern(first) : { kind: 'wildcard' };
      case 'dotted_name':
      case 'identifier': {
        const name = this.source(node);
        if (name === '_') return { kind: 'wildcard' };
        return name.includes('.') ? { kind: 'other', names: [] } : { kind: 'capture', name };
      }
      case 'union_pattern':
        return { kind: 'or', options: node.children.map((child) => this.pattern(child)) };
      case 'as_pattern': {
        const name = node.children.at(-1);
        return first && name
          ? { kind: 'as', pattern: this.pattern(first), name: this.source(name) }
          : { kind: 'other', names: [] };
      }
      case 'string':
      case 'concatenated_string':
      case 'integer':
      case 'float':
      case 'true':
      case 'false':
      case 'none':
        return { kind: 'value', value: this.expression(node) };
      default:
        return { kind: 'other', names: namesIn(node, this.text) };
    }
  }
}

function namesIn(node: SyntaxNode, text: string): readonly string[] {
  if (node.type === 'dotted_name' || node.type === 'identifier') {
    const name = text.slice(node.from, node.to);
    return name.includes('.') || name === '_' ? [] : [name];
  }
  return node.children.flatMap((child) => namesIn(child, text));
}

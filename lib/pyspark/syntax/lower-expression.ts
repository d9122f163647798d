import type { Argument, Clause, DictItem, Expr, Param, Span } from './ast.ts';
import { joinStrings, lowerString } from './lower-string.ts';
import type { SyntaxNode } from './syntax-tree.ts';

/**
 * Deeper expressions are left out as broken. Hand-written chains reach some hundreds of links (two levels each);
 * generated files reach depths at which any recursion over them would exhaust the stack.
 */
const MAX_DEPTH = 1200;

/** Turns tree-sitter's expression nodes into `Expr`. */
export class ExpressionLowering {
  readonly text: string;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  readonly expression = (node: SyntaxNode | undefined): Expr => {
    if (node === undefined) return { kind: 'broken', from: 0, to: 0 };
    if (this.depth > MAX_DEPTH) return { kind: 'broken', from: node.from, to: node.to };
    this.depth++;
    try {
      return this.lower(node);
    } finally {
      this.depth--;
    }
  };

  source(node: SyntaxNode): string {
    return this.text.slice(node.from, node.to);
  }

  optional(node: SyntaxNode | undefined): Expr | undefined {
    return node === undefined ? undefined : this.expression(node);
  }

  private lower(node: SyntaxNode): Expr {
    const { from, to, children } = node;
    const first = children[0];
    switch (node.type) {
      case 'identifier':
      case 'keyword_identifier':
      case 'dotted_name':
      case 'print':
        return from === to
          ? { kind: 'broken', from, to }
          : { kind: 'name', name: this.source(node), from, to };
      case 'integer':
        return { kind: 'integer', text: this.source(node), from, to };
      case 'float':
        return { kind: 'float', text: this.source(node), from, to };
      case 'string':
        return lowerString(node, this.text, this.expression);
      case 'concatenated_string':
        return joinStrings(children.map(this.expression), { from, to });
      case 'true':
        return { kind: 'constant', value: true, from, to };
      case 'false':
        return { kind: 'constant', value: false, from, to };
      case 'none':
        return { kind: 'constant', value: null, from, to };
      case 'ellipsis':
        return { kind: 'constant', value: 'ellipsis', from, to };
      case 'list':
      case 'list_pattern':
        return { kind: 'list', items: children.map(this.expression), from, to };
      case 'tuple':
      case 'tuple_pattern':
      case 'expression_list':
      case 'pattern_list':
        return { kind: 'tuple', items: children.map(this.expression), from, to };
      case 'set':
        return { kind: 'set', items: children.map(this.expression), from, to };
      case 'dictionary':
        return { kind: 'dict', items: children.flatMap((child) => this.dictItem(child)), from, to };
      case 'parenthesized_expression':
      case 'type':
      case 'as_pattern_target':
      case 'case_pattern':
        return this.expression(first);
      case 'attribute':
        return this.attribute(node);
      case 'call':
        return { kind: 'call', callee: this.expression(first), args: this.args(children[1]), from, to };
      case 'subscript':
      case 'generic_type':
        return {
          kind: 'subscript',
          object: this.expression(first),
          index: this.indices(children.slice(1), { from, to }),
          from,
          to,
        };
      case 'slice':
        return this.slice(node);
      case 'list_splat':
      case 'list_splat_pattern':
      case 'dictionary_splat':
      case 'dictionary_splat_pattern':
      case 'parenthesized_list_splat':
        return { kind: 'starred', value: this.expression(first), from, to };
      case 'named_expression':
        return {
          kind: 'named',
          name: first ? this.source(first) : '',
          value: this.expression(children[1]),
          from,
          to,
        };
      case 'await':
        return { kind: 'await', value: this.expression(first), from, to };
      case 'yield': {
        const value = children.find((child) => child.type !== 'yield' && child.type !== 'from');
        const delegates = children.some((child) => child.type === 'from');
        return { kind: 'yield', value: this.optional(value), from_: delegates, from, to };
      }
      case 'conditional_expression':
        return {
          kind: 'conditional',
          body: this.expression(first),
          test: this.expression(children[1]),
          orElse: this.expression(children[2]),
          from,
          to,
        };
      case 'lambda':
        return this.lambda(node);
      case 'list_comprehension':
        return this.comprehension(node, 'list');
      case 'set_comprehension':
        return this.comprehension(node, 'set');
      case 'dictionary_comprehension':
        return this.comprehension(node, 'dict');
      case 'generator_expression':
        return this.comprehension(node, 'generator');
      default:
        return this.operation(node);
    }
  }

  private operation(node: SyntaxNode): Expr {
    const { from, to, children } = node;
    switch (node.type) {
      case 'binary_operator':
        return {
          kind: 'binary',
          operator: children[1]?.type ?? '',
          left: this.expression(children[0]),
          right: this.expression(children[2]),
          from,
          to,
        };
      case 'boolean_operator':
        return {
          kind: children[1]?.type === 'and' ? 'and' : 'or',
          left: this.expression(children[0]),
          right: this.expression(children[2]),
          from,
          to,
        };
      case 'not_operator':
        return { kind: 'not', operand: this.expression(children[0]), from, to };
      case 'unary_operator':
        return {
          kind: 'unary',
          operator: children[0]?.type ?? '',
          operand: this.expression(children[1]),
          from,
          to,
        };
      case 'comparison_operator':
        return this.comparison(node);
      default:
        return { kind: 'broken', from, to };
    }
  }

  /** Signs stand between the operands; `is not` and `not in` are one token or two, by the grammar's version. */
  private comparison(node: SyntaxNode): Expr {
    let first: Expr | undefined;
    let signs: string[] = [];
    const rest: { operator: string; right: Expr }[] = [];
    for (const child of node.children) {
      if (COMPARISON_SIGNS.has(child.type)) {
        signs.push(child.type);
      } else if (first === undefined) {
        first = this.expression(child);
      } else {
        rest.push({ operator: signs.join(' '), right: this.expression(child) });
        signs = [];
      }
    }
    const { from, to } = node;
    return first === undefined ? { kind: 'broken', from, to } : { kind: 'compare', first, rest, from, to };
  }

  private attribute(node: SyntaxNode): Expr {
    const { from, to, children } = node;
    const name = children.at(-1);
    if (children.length < 2 || name === undefined) return { kind: 'broken', from, to };
    return {
      kind: 'attribute',
      object: this.expression(children[0]),
      name: this.source(name),
      nameSpan: { from: name.from, to: name.to },
      from,
      to,
    };
  }

  private slice(node: SyntaxNode): Expr {
    const parts: (SyntaxNode | undefined)[] = [undefined, undefined, undefined];
    let place = 0;
    for (const child of node.children) {
      if (child.type === ':') place++;
      else parts[place] = child;
    }
    return {
      kind: 'slice',
      start: this.optional(parts[0]),
      stop: this.optional(parts[1]),
      step: this.optional(parts[2]),
      from: node.from,
      to: node.to,
    };
  }

  private indices(nodes: readonly SyntaxNode[], span: Span): Expr {
    const indices = nodes.flatMap((node) => (node.type === 'type_parameter' ? node.children : [node]));
    return indices.length === 1
      ? this.expression(indices[0])
      : { kind: 'tuple', items: indices.map(this.expression), ...span };
  }

  private dictItem(node: SyntaxNode): readonly DictItem[] {
    if (node.type === 'pair') {
      return [{ key: this.expression(node.children[0]), value: this.expression(node.children[1]) }];
    }
    return node.type === 'dictionary_splat'
      ? [{ key: undefined, value: this.expression(node.children[0]) }]
      : [];
  }

  args(node: SyntaxNode | undefined): readonly Argument[] {
    if (node === undefined) return [];
    // `f(x for x in y)`: the generator stands in place of the argument list.
    if (node.type === 'generator_expression') return [{ kind: 'plain', value: this.expression(node) }];
    return node.children
      .filter((child) => child.type !== 'ERROR')
      .map((child): Argument => {
        switch (child.type) {
          case 'keyword_argument':
            return {
              kind: 'keyword',
              name: child.children[0] ? this.source(child.children[0]) : '',
              value: this.expression(child.children[1]),
            };
          case 'list_splat':
          case 'parenthesized_list_splat':
            return { kind: 'args', value: this.expression(child.children[0]) };
          case 'dictionary_splat':
            return { kind: 'kwargs', value: this.expression(child.children[0]) };
          default:
            return { kind: 'plain', value: this.expression(child) };
        }
      });
  }

  private lambda(node: SyntaxNode): Expr {
    const [first, second] = node.children;
    const hasParams = first?.type === 'lambda_parameters';
    return {
      kind: 'lambda',
      params: hasParams ? this.params(first) : [],
      body: this.expression(hasParams ? second : first),
      from: node.from,
      to: node.to,
    };
  }

  params(node: SyntaxNode | undefined): readonly Param[] {
    const params: Param[] = [];
    let keywordOnly = false;
    for (const child of node?.children ?? []) {
      if (child.type === 'keyword_separator') keywordOnly = true;
      const param = this.param(child, keywordOnly);
      if (param === undefined) continue;
      if (param.kind === 'args') keywordOnly = true;
      params.push(param);
    }
    return params;
  }

  private param(node: SyntaxNode, keywordOnly: boolean): Param | undefined {
    const [first, second, third] = node.children;
    const kind = keywordOnly ? 'keyword-only' : 'plain';
    const name = (of: SyntaxNode | undefined): string => (of ? this.source(of) : '');
    switch (node.type) {
      case 'identifier':
        return { name: this.source(node), kind, value: undefined, annotation: undefined };
      case 'default_parameter':
        return { name: name(first), kind, value: this.optional(second), annotation: undefined };
      case 'typed_default_parameter':
        return { name: name(first), kind, value: this.optional(third), annotation: this.optional(second) };
      case 'typed_parameter': {
        const inner = first ? this.param(first, keywordOnly) : undefined;
        return inner && { ...inner, annotation: this.optional(second) };
      }
      case 'list_splat_pattern':
        return { name: name(first), kind: 'args', value: undefined, annotation: undefined };
      case 'dictionary_splat_pattern':
        return { name: name(first), kind: 'kwargs', value: undefined, annotation: undefined };
      case 'tuple_pattern':
        // Python 2's `def f((a, b))`.
        return { name: '', kind, value: undefined, annotation: undefined };
      default:
        return undefined;
    }
  }

  private comprehension(node: SyntaxNode, of: 'list' | 'set' | 'dict' | 'generator'): Expr {
    const [body, ...clauses] = node.children;
    const pair = body?.type === 'pair' ? body.children : undefined;
    return {
      kind: 'comprehension',
      of,
      element: this.expression(pair ? pair[0] : body),
      value: pair ? this.expression(pair[1]) : undefined,
      clauses: clauses.flatMap((clause): readonly Clause[] =>
        clause.type === 'for_in_clause'
          ? [
              {
                kind: 'for',
                target: this.expression(clause.children[0]),
                iterable:
                  clause.children.length > 2
                    ? this.indices(clause.children.slice(1), clause)
                    : this.expression(clause.children[1]),
              },
            ]
          : clause.type === 'if_clause'
            ? [{ kind: 'if', test: this.expression(clause.children[0]) }]
            : [],
      ),
      from: node.from,
      to: node.to,
    };
  }
}

const COMPARISON_SIGNS = new Set([
  '<',
  '<=',
  '==',
  '!=',
  '>=',
  '>',
  '<>',
  'in',
  'not in',
  'not',
  'is',
  'is not',
]);

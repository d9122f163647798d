/**
 * Python as the interpreter reads it: tree-sitter's tree without tokens, parentheses and comments. Offsets are UTF-16
 * units of the text that was parsed. What tree-sitter marks as broken is left out, see `broken` of a module.
 */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Module {
  readonly body: readonly Stmt[];
  /** Where the text is no Python. */
  readonly broken: readonly Span[];
}

export type Stmt =
  | (Span & { readonly kind: 'expression'; readonly value: Expr })
  | (Span & { readonly kind: 'assign'; readonly targets: readonly Expr[]; readonly value: Expr })
  /** `x: int`, or with a value. */
  | (Span & {
      readonly kind: 'annotated';
      readonly target: Expr;
      readonly annotation: Expr | undefined;
      readonly value: Expr | undefined;
    })
  | (Span & {
      readonly kind: 'augmented';
      readonly target: Expr;
      readonly operator: string;
      readonly value: Expr;
    })
  | (Span & {
      readonly kind: 'if';
      readonly test: Expr;
      readonly body: readonly Stmt[];
      readonly orElse: readonly Stmt[];
    })
  | (Span & {
      readonly kind: 'for';
      readonly target: Expr;
      readonly iterable: Expr;
      readonly body: readonly Stmt[];
      readonly orElse: readonly Stmt[];
    })
  | (Span & {
      readonly kind: 'while';
      readonly test: Expr;
      readonly body: readonly Stmt[];
      readonly orElse: readonly Stmt[];
    })
  | (Span & {
      readonly kind: 'try';
      readonly body: readonly Stmt[];
      readonly handlers: readonly Handler[];
      readonly orElse: readonly Stmt[];
      readonly final: readonly Stmt[];
    })
  | (Span & { readonly kind: 'with'; readonly items: readonly WithItem[]; readonly body: readonly Stmt[] })
  | FunctionDef
  | ClassDef
  | (Span & { readonly kind: 'return'; readonly value: Expr | undefined })
  | (Span & { readonly kind: 'delete'; readonly targets: readonly Expr[] })
  | (Span & { readonly kind: 'import'; readonly names: readonly ImportName[] })
  | (Span & {
      readonly kind: 'import-from';
      /** Dots before the name. */
      readonly level: number;
      readonly module: string;
      /** undefined: `import *`. */
      readonly names: readonly ImportName[] | undefined;
    })
  | (Span & { readonly kind: 'raise'; readonly value: Expr | undefined })
  | (Span & { readonly kind: 'assert'; readonly test: Expr })
  | (Span & { readonly kind: 'global' | 'nonlocal'; readonly names: readonly string[] })
  | (Span & { readonly kind: 'match'; readonly subject: Expr; readonly cases: readonly MatchCase[] })
  | (Span & { readonly kind: 'pass' | 'break' | 'continue' });

export interface ImportName {
  readonly name: string;
  readonly as: string | undefined;
}

export interface Handler {
  readonly type: Expr | undefined;
  readonly name: string | undefined;
  readonly body: readonly Stmt[];
}

export interface WithItem {
  readonly value: Expr;
  readonly target: Expr | undefined;
}

export interface MatchCase {
  readonly patterns: readonly Pattern[];
  readonly guard: Expr | undefined;
  readonly body: readonly Stmt[];
}

export type Pattern =
  | { readonly kind: 'wildcard' }
  | { readonly kind: 'capture'; readonly name: string }
  | { readonly kind: 'value'; readonly value: Expr }
  | { readonly kind: 'or'; readonly options: readonly Pattern[] }
  | { readonly kind: 'as'; readonly pattern: Pattern; readonly name: string }
  /** Anything else, with the names that it binds. */
  | { readonly kind: 'other'; readonly names: readonly string[] };

export interface FunctionDef extends Span {
  readonly kind: 'function';
  readonly name: string;
  readonly params: readonly Param[];
  readonly body: readonly Stmt[];
  readonly decorators: readonly Expr[];
  readonly returns: Expr | undefined;
  /** Whether it has a `yield` of its own. */
  readonly generator: boolean;
}

export interface ClassDef extends Span {
  readonly kind: 'class';
  readonly name: string;
  readonly bases: readonly Argument[];
  readonly body: readonly Stmt[];
  readonly decorators: readonly Expr[];
}

export interface Param {
  readonly name: string;
  readonly kind: 'plain' | 'keyword-only' | 'args' | 'kwargs';
  readonly value: Expr | undefined;
  readonly annotation: Expr | undefined;
}

export type Argument =
  | { readonly kind: 'plain' | 'args' | 'kwargs'; readonly value: Expr }
  | { readonly kind: 'keyword'; readonly name: string; readonly value: Expr };

export type Expr =
  | NameExpr
  | (Span & { readonly kind: 'integer' | 'float'; readonly text: string })
  | (Span & { readonly kind: 'text'; readonly value: string; readonly bytes: boolean })
  | (Span & { readonly kind: 'f-string'; readonly parts: readonly (string | Hole)[] })
  | (Span & { readonly kind: 'constant'; readonly value: true | false | null | 'ellipsis' })
  | (Span & { readonly kind: 'list' | 'tuple' | 'set'; readonly items: readonly Expr[] })
  | (Span & { readonly kind: 'dict'; readonly items: readonly DictItem[] })
  | AttributeExpr
  | CallExpr
  | SubscriptExpr
  | (Span & {
      readonly kind: 'slice';
      readonly start: Expr | undefined;
      readonly stop: Expr | undefined;
      readonly step: Expr | undefined;
    })
  | (Span & { readonly kind: 'binary'; readonly operator: string; readonly left: Expr; readonly right: Expr })
  | (Span & { readonly kind: 'unary'; readonly operator: string; readonly operand: Expr })
  | (Span & { readonly kind: 'and' | 'or'; readonly left: Expr; readonly right: Expr })
  | (Span & { readonly kind: 'not'; readonly operand: Expr })
  | (Span & {
      readonly kind: 'compare';
      readonly first: Expr;
      readonly rest: readonly { readonly operator: string; readonly right: Expr }[];
    })
  | (Span & { readonly kind: 'conditional'; readonly test: Expr; readonly body: Expr; readonly orElse: Expr })
  | LambdaExpr
  | Comprehension
  | (Span & { readonly kind: 'starred'; readonly value: Expr })
  | (Span & { readonly kind: 'named'; readonly name: string; readonly value: Expr })
  | (Span & { readonly kind: 'await'; readonly value: Expr })
  | (Span & { readonly kind: 'yield'; readonly value: Expr | undefined; readonly from_: boolean })
  | (Span & { readonly kind: 'broken' });

export interface NameExpr extends Span {
  readonly kind: 'name';
  readonly name: string;
}

export interface AttributeExpr extends Span {
  readonly kind: 'attribute';
  readonly object: Expr;
  readonly name: string;
  readonly nameSpan: Span;
}

export interface CallExpr extends Span {
  readonly kind: 'call';
  readonly callee: Expr;
  readonly args: readonly Argument[];
}

export interface SubscriptExpr extends Span {
  readonly kind: 'subscript';
  readonly object: Expr;
  readonly index: Expr;
}

export interface LambdaExpr extends Span {
  readonly kind: 'lambda';
  readonly params: readonly Param[];
  readonly body: Expr;
}

export interface Comprehension extends Span {
  readonly kind: 'comprehension';
  readonly of: 'list' | 'set' | 'dict' | 'generator';
  readonly element: Expr;
  /** The value beside the key `element` of a dict comprehension. */
  readonly value: Expr | undefined;
  readonly clauses: readonly Clause[];
}

export type Clause =
  | { readonly kind: 'for'; readonly target: Expr; readonly iterable: Expr }
  | { readonly kind: 'if'; readonly test: Expr };

/** `{value!r:spec}` in an f-string. */
export interface Hole {
  readonly value: Expr;
  readonly conversion: string | undefined;
  readonly format: string | undefined;
}

/** Without a key: `**value`. */
export interface DictItem {
  readonly key: Expr | undefined;
  readonly value: Expr;
}

import { classOf } from '../api/dispatch.ts';
import { entry } from '../api/method.ts';
import { parametersOf } from '../api/signature.ts';
import type { ReadProject } from '../predict-program.ts';
import type { Argument } from '../syntax/ast.ts';
import { walkSyntax } from '../syntax/walk.ts';
import { framesIn } from '../view/frame-graph.ts';
import { operationsOf } from './operation-graph.ts';
import { Refused } from './refused.ts';
import { type Site, siteOf } from './site.ts';

/** The arguments of an operation as a form shows them. */
export interface ArgumentForm {
  readonly method: string;
  /** PySpark's parameters in order; one that is `many` takes any number of arguments. */
  readonly parameters: readonly { readonly name: string; readonly many: boolean }[];
  /** As they are written, in order. */
  readonly arguments: readonly FormArgument[];
  /** Why nothing can be changed here at all. */
  readonly why?: string;
}

export interface FormArgument {
  /** Where it is given by keyword. */
  readonly name?: string;
  /** The parameter that takes it, where that is known. */
  readonly parameter?: string;
  readonly text: string;
  /** Why it cannot be changed here. */
  readonly why?: string;
}

/** The form of an operation; one that cannot be edited shows what it has, and why it stays so. */
export function argumentsOf(read: ReadProject, at: number): ArgumentForm {
  const method = read.program.operations[at]?.method ?? '';
  try {
    return formOf(read, siteOf(read, at));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { method, parameters: [], arguments: [], why: error.message };
  }
}

export function formOf(read: ReadProject, site: Site): ArgumentForm {
  const { operation, syntax, call } = site;
  const { method } = operation;
  if (syntax.kind === 'subscript')
    return {
      method,
      parameters: [],
      arguments: [],
      why: 'It is written in brackets. Change it in the editor.',
    };
  const signature = call?.on && entry(classOf(call.on)?.methods ?? {}, method)?.[0];
  const parameters = signature === undefined ? [] : parametersOf(signature);
  const names = parameterNames(syntax.args, parameters);
  return {
    method,
    parameters,
    arguments: syntax.args.map((argument, index): FormArgument => {
      const why = whyFixed(read, site, argument, index);
      const parameter = names[index];
      return {
        ...(argument.kind === 'keyword' ? { name: argument.name } : {}),
        ...(parameter === undefined ? {} : { parameter }),
        text: site.text.slice(argument.value.from, argument.value.to),
        ...(why === undefined ? {} : { why }),
      };
    }),
    ...(method === 'sql' ? { why: 'SQL text is not edited here. Change it in the editor.' } : {}),
  };
}

/** Which parameter takes each argument; unknown behind one that is unpacked. */
function parameterNames(
  args: readonly Argument[],
  parameters: ArgumentForm['parameters'],
): readonly (string | undefined)[] {
  const rest = parameters.findIndex(({ many }) => many);
  const unpacked = args.findIndex(({ kind }) => kind === 'args');
  return args.map((argument, index) => {
    if (argument.kind === 'keyword') return argument.name;
    if (argument.kind !== 'plain' || (unpacked >= 0 && index > unpacked)) return undefined;
    return parameters[rest >= 0 ? Math.min(index, rest) : index]?.name;
  });
}

/** Why an argument is not changed here: it is no text of its own, or the graph shows it as something else. */
function whyFixed(
  read: ReadProject,
  { file, call, syntax }: Site,
  argument: Argument,
  index: number,
): string | undefined {
  const { value, kind } = argument;
  if (kind === 'args' || kind === 'kwargs')
    return 'Several arguments come from one value that is unpacked here.';
  if ([value, ...walkSyntax(value)].some((node) => node.kind === 'f-string'))
    return 'Its text is put together when the program runs.';
  const operations = new Set(operationsOf(read).ats);
  const holdsOperation = read.program.operations.some(
    ({ name }, at) =>
      operations.has(at) && name.file === file && value.from <= name.from && name.to <= value.to,
  );
  const isStarred = syntax.kind === 'call' && syntax.args.some((each) => each.kind === 'args');
  const given =
    kind === 'keyword'
      ? call?.args.keywords.get(argument.name)
      : isStarred
        ? undefined
        : call?.args.positional[index];
  return holdsOperation || (given && framesIn(given).length > 0)
    ? 'It is a DataFrame: change it where it is made.'
    : undefined;
}

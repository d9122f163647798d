import type { CatalogSource } from '#lib/plan/settings.ts';
import type { PlaygroundState } from '../kinds/playground.ts';
import { isPath } from './recognize.ts';
import { pathStandIn, redactProgram, redactSql } from './redact-program.ts';
import type { Redactor } from './redactor.ts';

/** Settings that decide a plan are numbers, sizes and switches; any other value can hold a name or a secret. */
const DECIDES_PLANS =
  /^(?:true|false|-?\d+(?:\.\d+)?\s*(?:[bkmgtp]i?b?|ms|s|min|h|d)?|UTC|ansi|legacy|corrected|static|dynamic|strict)$/i;

export function redactPlayground(state: PlaygroundState, redactor: Redactor): PlaygroundState {
  const { hides, standIn } = redactor;
  const fileName = fileNames(state, redactor);
  const value = (given: string) =>
    hides('settings') && !DECIDES_PLANS.test(given.trim()) ? standIn('settings', given) : given;
  const conf = Object.entries(state.settings.conf).map(([key, given]) => [key, value(given)]);
  const paths = new Set(Object.keys(state.catalog).filter((name) => isPath(name) || name.includes('/')));
  const source = (name: string) => (paths.has(name) && hides('paths') ? pathStandIn(name, redactor) : name);
  return {
    ...state,
    // Files first: a path in a program gets its stand-in there, and the catalog has to have the same.
    files: state.files.map(({ path, text }) => ({
      path: fileName(path),
      text: path.endsWith('.sql') ? redactSql(text, redactor) : redactProgram(text, redactor, paths),
    })),
    main: fileName(state.main),
    settings: { ...state.settings, conf: Object.fromEntries(conf) },
    catalog: Object.fromEntries(
      Object.entries(state.catalog).map(([name, each]): [string, CatalogSource] => [source(name), each]),
    ),
  };
}

/** Programs import each other by name, so names of files stay and only folders of the machine go. */
function fileNames({ files }: PlaygroundState, { hides }: Redactor): (path: string) => string {
  const isAbsolute = (path: string) => /^(?:\/|~|[A-Za-z]:)/.test(path);
  return (path) =>
    hides('paths') && isAbsolute(path) && files.some((file) => file.path === path)
      ? (path.split(/[\\/]/).at(-1) ?? path)
      : path;
}

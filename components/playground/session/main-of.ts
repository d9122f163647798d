/** The file of a program that is run: main.py, else the one nearest to the top that reads like it, else the first. */
export function mainOf(paths: readonly string[]): string {
  const depth = (path: string): number => path.split('/').length;
  const sorted = paths.toSorted((a, b) => depth(a) - depth(b));
  const named = (pattern: RegExp): string | undefined => sorted.find((path) => pattern.test(path));
  return (
    named(/(^|\/)main\.py$/) ??
    named(/(^|\/)__main__\.py$/) ??
    named(/(^|\/)(app|job|run|pipeline)\w*\.py$/) ??
    named(/\.ipynb$/) ??
    paths[0] ??
    'main.py'
  );
}

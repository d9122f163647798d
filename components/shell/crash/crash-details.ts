export interface CrashPlace {
  readonly path: string;
  readonly browser: string;
  readonly version: string;
}

/**
 * What helps to find the defect and says nothing about the user's data: kinds and places in our code, no messages
 * (they may quote a file's content), no file names.
 */
export function crashDetails(error: unknown, { path, browser, version }: CrashPlace): string {
  const chain = [...causes(error)];
  return [
    `Shufflescope ${version}`,
    `page ${path}`,
    `browser ${browser}`,
    ...chain.flatMap((each, index) => [
      `${index === 0 ? 'error' : 'caused by'} ${kindOf(each)}`,
      ...frames(each),
    ]),
  ].join('\n');
}

function* causes(error: unknown): Generator<unknown> {
  let current = error;
  // An error could name itself as its cause.
  for (let depth = 0; current !== undefined && depth < 5; depth++) {
    yield current;
    current = current instanceof Error ? current.cause : undefined;
  }
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const digest = 'digest' in error ? ` (digest ${String(error.digest)})` : '';
  return `${error.name}${digest}`;
}

/** Only the lines that are places in code; the message in front of them, which may run over several lines, goes. */
function frames(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const lines = (error.stack ?? '').replace(error.message, '').split('\n');
  return lines.map((line) => line.trim()).filter((line) => /(^at |@).*:\d+:\d+\)?$/.test(line));
}

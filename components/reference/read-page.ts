import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Page {
  /** The first line, without its mark. */
  readonly heading: string;
  /** Markdown below it. */
  readonly body: string;
}

/** Pages are part of what is built: each is read once. */
const read = new Map<string, Page>();

/** The page beside a detector (`run`) or a rule (`code/rules`). On the server only. */
export function readPage(folder: 'run' | 'code/rules', name: string): Page {
  // next.config.ts puts these files beside the built server, which runs in its own folder.
  const path = join(process.cwd(), 'lib/analyzers', folder, `${name}.md`);
  const known = read.get(path);
  if (known) return known;
  const [heading = '', ...body] = readFileSync(path, 'utf8').split('\n');
  const page = { heading: heading.replace(/^# /, ''), body: body.join('\n').trim() };
  read.set(path, page);
  return page;
}

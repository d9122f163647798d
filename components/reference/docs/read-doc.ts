import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A document of docs/ as Markdown. On the server only; next.config.ts puts the file beside the built server. */
export function readDoc(name: 'accuracy'): string {
  return readFileSync(join(process.cwd(), 'docs', `${name}.md`), 'utf8');
}

/** A part of a document: a table, or the Markdown between tables. */
export type DocBlock =
  | { readonly kind: 'prose'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

export interface Doc {
  readonly title: string;
  readonly blocks: readonly DocBlock[];
}

/**
 * Takes a document apart. Tables are an extension of Markdown, and those of ours are plain: a row a line, no bars in
 * cells. Links to other files of the repository lead nowhere in the app, so only their words stay.
 */
export function docBlocks(text: string): Doc {
  const [heading = '', ...lines] = text.split('\n');
  const blocks: DocBlock[] = [];
  let prose: string[] = [];
  let table: string[] = [];
  const endProse = () => {
    if (prose.some((line) => line.trim() !== ''))
      blocks.push({ kind: 'prose', text: withoutLocalLinks(prose.join('\n').trim()) });
    prose = [];
  };
  const endTable = () => {
    const [head, , ...rows] = table.map(cellsOf);
    if (head) blocks.push({ kind: 'table', head, rows });
    table = [];
  };
  for (const line of lines) {
    if (line.startsWith('|')) {
      endProse();
      table.push(line);
    } else {
      endTable();
      prose.push(line);
    }
  }
  endTable();
  endProse();
  return { title: heading.replace(/^# /, ''), blocks };
}

function cellsOf(line: string): readonly string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => withoutLocalLinks(cell.trim()).replaceAll('`', ''));
}

function withoutLocalLinks(text: string): string {
  return text.replace(/\[([^\]]+)\]\((?!https?:|\/)[^)]*\)/g, '$1');
}

/**
 * The markdown that an explanation may use: paragraphs, headings, flat lists, strong, emphasis, code. Everything else, links,
 * images and HTML above all, stays the text that it is.
 */
export type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'code'; readonly text: string };

export interface Inline {
  readonly style: 'plain' | 'strong' | 'emphasis' | 'code';
  readonly text: string;
}

const HEADING = /^#{1,6}\s+(.*?)\s*#*$/;
const ITEM = /^\s{0,6}(?:[-*+]|(\d{1,3})[.)])\s+(.*)$/;
const FENCE = /^\s{0,3}(?:```|~~~)/;

export function parseMarkdown(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  const endParagraph = () => {
    if (lines.length > 0) blocks.push({ kind: 'paragraph', inlines: parseInlines(lines.join(' ')) });
    lines = [];
  };
  let code: string[] | undefined;
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) {
    if (FENCE.test(line)) {
      endParagraph();
      if (code) blocks.push({ kind: 'code', text: code.join('\n') });
      code = code ? undefined : [];
      continue;
    }
    if (code) {
      code.push(line);
      continue;
    }
    const heading = HEADING.exec(line);
    const item = ITEM.exec(line);
    if (heading || item || line.trim() === '') endParagraph();
    if (heading) blocks.push({ kind: 'heading', inlines: parseInlines(heading[1]!) });
    else if (item) addItem(blocks, item[1] !== undefined, item[2]!);
    else if (line.trim() !== '') lines.push(line.trim());
  }
  endParagraph();
  if (code) blocks.push({ kind: 'code', text: code.join('\n') });
  return blocks;
}

function addItem(blocks: Block[], ordered: boolean, text: string): void {
  const last = blocks.at(-1);
  const item = parseInlines(text.trim());
  if (last?.kind === 'list' && last.ordered === ordered) {
    blocks[blocks.length - 1] = { ...last, items: [...last.items, item] };
  } else blocks.push({ kind: 'list', ordered, items: [item] });
}

/** Marks do not nest, and an opening one without its end is text. */
const MARKED = /(`+)([^`]+)\1(?!`)|\*\*(?=\S)([^*]*[^*\s])\*\*|\*(?=[^\s*])([^*]*[^*\s])\*(?!\*)/g;

export function parseInlines(text: string): readonly Inline[] {
  const inlines: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(MARKED)) {
    if (match.index > from) inlines.push({ style: 'plain', text: text.slice(from, match.index) });
    const [, , code, strong, emphasis] = match;
    if (code !== undefined) inlines.push({ style: 'code', text: code.trim() });
    else if (strong !== undefined) inlines.push({ style: 'strong', text: strong });
    else inlines.push({ style: 'emphasis', text: emphasis! });
    from = match.index + match[0].length;
  }
  if (from < text.length) inlines.push({ style: 'plain', text: text.slice(from) });
  return inlines;
}

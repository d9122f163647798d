/**
 * The beginning of a JSON text as a JSON text: cut after the last whole element, with its brackets closed.
 * Undefined when not even one element is whole. For links that were cut on their way.
 */
export function closeJson(beginning: string): string | undefined {
  const open: ('}' | ']')[] = [];
  let inText = false;
  /** Where the text can be cut, and what closes it there. */
  let cut: { readonly at: number; readonly closing: string } | undefined;
  for (let at = 0; at < beginning.length; at++) {
    const char = beginning[at];
    if (inText) {
      if (char === '\\') at++;
      else if (char === '"') inText = false;
      continue;
    }
    if (char === '"') inText = true;
    else if (char === '{') open.push('}');
    else if (char === '[') open.push(']');
    else if (char === '}' || char === ']') {
      if (open.pop() !== char) break;
      cut = { at: at + 1, closing: open.toReversed().join('') };
      if (open.length === 0) break;
    } else if (char === ',') cut = { at, closing: open.toReversed().join('') };
  }
  return cut && beginning.slice(0, cut.at) + cut.closing;
}

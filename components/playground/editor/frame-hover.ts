import type { Extension } from '@codemirror/state';
import { hoverTooltip } from '@codemirror/view';
import { formatBytes, plural } from '#lib/base/format.ts';
import { frameAt } from '../session/playground-session.ts';
import type { HoveredFrame } from '../worker/protocol.ts';

/** On a DataFrame or a method that gives one: its columns, its size, how its rows lie, and what it costs to have it. */
export function frameHover(path: string): Extension {
  return hoverTooltip(async (_view, offset) => {
    const frame = await frameAt(path, offset);
    if (!frame) return null;
    return { pos: frame.from, end: frame.to, above: true, create: () => ({ dom: card(frame) }) };
  });
}

const MOST_COLUMNS = 12;

function card({ name, facts }: HoveredFrame): HTMLElement {
  const { columns, bytes, partitioning, partitions, exchanges } = facts;
  const box = element('div', 'cm-frame');
  const head = element('p', 'cm-frame-head', name);
  head.append(element('span', 'cm-frame-origin', 'PREDICTED'));
  box.append(head);
  const list = element('ul', 'cm-frame-columns');
  for (const column of columns.slice(0, MOST_COLUMNS))
    list.append(element('li', '', `${column.name}: ${column.type}`));
  if (columns.length > MOST_COLUMNS)
    list.append(element('li', '', `and ${columns.length - MOST_COLUMNS} more`));
  if (columns.length === 0) list.append(element('li', '', 'columns are not known'));
  box.append(
    list,
    element(
      'p',
      '',
      `Size: ${bytes === undefined ? 'rests on a source of unknown size' : formatBytes(bytes)}`,
    ),
    element('p', '', `Lies as: ${partitioning}, ${plural(partitions, 'partition')}`),
    element(
      'p',
      '',
      exchanges.length === 0 ? 'Nothing moves to make it' : `To make it: ${exchanges.join('; ')}`,
    ),
  );
  return box;
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}

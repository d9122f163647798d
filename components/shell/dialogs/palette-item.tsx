'use client';
import { Command } from 'cmdk';
import { type Action, type ActionContext, enabledIn } from '../actions/action.ts';
import { KeyCaps } from '../actions/key-caps.tsx';

export interface PaletteItemProps {
  readonly action: Action;
  readonly context: ActionContext;
  readonly onPerform: (action: Action) => void;
}

export function PaletteItem({ action, context, onPerform }: PaletteItemProps) {
  const enabled = enabledIn(action, context);
  return (
    <Command.Item
      value={action.id}
      disabled={enabled !== true}
      onSelect={() => onPerform(action)}
      className="flex min-h-9 items-center justify-between gap-4 rounded px-2 text-sm aria-disabled:text-faint data-[selected=true]:bg-tint pointer-coarse:min-h-11"
    >
      <span>
        {action.label}
        {enabled === true ? null : <span className="text-xs"> ({enabled.reason})</span>}
      </span>
      {action.keys ? <KeyCaps keys={action.keys} /> : null}
    </Command.Item>
  );
}

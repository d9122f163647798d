'use client';
import { Command } from 'cmdk';
import { useState } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';
import type { Action, ActionContext } from '../actions/action.ts';
import { findActions } from '../actions/find-actions.ts';
import { actions } from '../actions/registry.ts';
import { sections } from '../actions/sections.ts';
import { useStore } from '../use-store.ts';
import { PaletteItem } from './palette-item.tsx';

export interface CommandPaletteProps {
  readonly context: ActionContext;
  readonly onClose: () => void;
}

/** Every action by name. Nothing typed: all of them by section; something typed: what fits, best first. */
export function CommandPalette({ context, onClose }: CommandPaletteProps) {
  const [typed, setTyped] = useState('');
  const all = useStore(actions).filter(({ id }) => id !== 'show-palette');
  const groups = typed.trim() === '' ? sections(all) : [{ name: 'Found', items: findActions(all, typed) }];
  const perform = (action: Action) => {
    // Closed first: the action may want the focus.
    onClose();
    action.perform(context);
  };
  return (
    <Dialog open onOpenChange={onClose} title="Command palette" bare>
      <Command label="Command palette" loop shouldFilter={false} className="flex min-h-0 flex-col">
        <Command.Input
          autoFocus
          value={typed}
          onValueChange={setTyped}
          placeholder="What do you want to do?"
          className="h-12 shrink-0 border-line border-b bg-transparent px-4 text-lg outline-none placeholder:text-faint"
        />
        <Command.List className="min-h-0 overflow-y-auto p-2">
          <Command.Empty className="px-2 py-6 text-center text-soft">
            Nothing begins with these words.
          </Command.Empty>
          {groups.map(({ name, items }) =>
            items.length === 0 ? null : (
              <Command.Group
                key={name}
                heading={name}
                className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-faint [&_[cmdk-group-heading]]:text-xs"
              >
                {items.map((action) => (
                  <PaletteItem key={action.id} action={action} context={context} onPerform={perform} />
                ))}
              </Command.Group>
            ),
          )}
        </Command.List>
      </Command>
    </Dialog>
  );
}

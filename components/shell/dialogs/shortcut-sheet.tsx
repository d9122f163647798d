'use client';
import { Dialog } from '#components/ui/dialog.tsx';
import { Switch } from '#components/ui/switch.tsx';
import { KeyCaps } from '../actions/key-caps.tsx';
import { actions } from '../actions/registry.ts';
import { sections } from '../actions/sections.ts';
import { singleKeys } from '../actions/single-keys.ts';
import { useStore } from '../use-store.ts';

export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const withKeys = useStore(actions).filter(({ keys }) => keys !== undefined);
  const single = useStore(singleKeys, () => true);
  return (
    <Dialog open onOpenChange={onClose} title="Keyboard shortcuts">
      <div className="grid gap-6 overflow-y-auto p-4">
        <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
          {sections(withKeys).map(({ name, items }) => (
            <section key={name}>
              <h3 className="pb-1 font-semibold text-faint text-xs">{name}</h3>
              <dl>
                {items.map(({ id, label, keys }) => (
                  <div key={id} className="flex min-h-8 items-center justify-between gap-4 text-sm">
                    <dt>{label}</dt>
                    <dd>{keys ? <KeyCaps keys={keys} /> : null}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
        <Switch
          label="Shortcuts of single keys"
          hint="Off: only shortcuts with Ctrl, Cmd or Alt work. They never fire while you type in a field."
          on={single}
          onChange={singleKeys.set}
        />
      </div>
    </Dialog>
  );
}

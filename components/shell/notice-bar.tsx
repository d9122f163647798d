'use client';
import { X } from 'lucide-react';
import { IconButton } from '#components/ui/icon-button.tsx';
import { notice } from './notice.ts';
import { useStore } from './use-store.ts';

export function NoticeBar() {
  const shown = useStore(notice, () => undefined);
  return (
    <div role="alert">
      {shown ? (
        <div className="flex items-start gap-4 border-line border-b border-l-4 border-l-alert bg-panel py-2 pr-2 pl-4">
          <p className="flex-1 self-center text-sm">
            <span className="font-medium">{shown.text}</span> {shown.hint}
          </p>
          <IconButton icon={X} label="Dismiss" onClick={() => notice.set(undefined)} />
        </div>
      ) : null}
    </div>
  );
}

'use client';
import { X } from 'lucide-react';
import { IconButton } from '#components/ui/icon-button.tsx';
import { formatBytes } from '#lib/base/format.ts';
import { browse } from '../files/browse.ts';
import { useReceiveFiles } from '../files/use-receive-files.ts';
import { notice } from '../notice.ts';
import type { RecentEntry } from './recent-entry.ts';
import { forgetRecent, recentFiles } from './recent-files.ts';

const when = new Intl.DateTimeFormat('en', {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

export function RecentRow({ entry }: { readonly entry: RecentEntry }) {
  const receive = useReceiveFiles();
  const { id, label, application, fileCount, bytes, openedAt, kept } = entry;

  const open = async () => {
    const files = kept ? await recentFiles(id) : undefined;
    if (files) return receive({ files, label }, 'recent');
    if (kept) notice.set({ text: `The browser no longer has "${label}".`, hint: 'Choose the file again.' });
    browse(fileCount > 1 ? 'folder' : 'file');
  };

  return (
    <li className="flex items-center gap-2 py-1.5">
      <button
        type="button"
        onClick={open}
        className="grid min-w-0 flex-1 rounded py-1 text-left hover:text-accent"
      >
        <span className="truncate font-medium text-sm">{application ?? label}</span>
        <span className="truncate text-faint text-xs">
          {application ? `${label} · ` : ''}
          {fileCount > 1 ? `${fileCount} files · ` : ''}
          {formatBytes(bytes)} · {when.format(openedAt)}
          {kept ? '' : ' · too large to keep, choose it again'}
        </span>
      </button>
      <IconButton icon={X} label={`Forget ${label}`} className="-mr-2" onClick={() => forgetRecent(id)} />
    </li>
  );
}

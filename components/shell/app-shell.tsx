import type { ReactNode } from 'react';
import { TooltipHost } from '#components/ui/tooltip-host.tsx';
import { ShellDialogs } from './dialogs/shell-dialogs.tsx';
import { DropAnywhere } from './files/drop-anywhere.tsx';
import { FileInputs } from './files/file-inputs.tsx';
import { NonceForStyles } from './nonce-for-styles.tsx';
import { NoticeBar } from './notice-bar.tsx';
import { SkipLink } from './skip-link.tsx';
import { ThemeProvider } from './theme/theme-provider.tsx';
import { TopBar } from './top-bar.tsx';

export interface AppShellProps {
  readonly nonce: string | undefined;
  readonly children: ReactNode;
}

/** What surrounds every page. */
export function AppShell({ nonce, children }: AppShellProps) {
  return (
    <ThemeProvider nonce={nonce}>
      <NonceForStyles />
      <SkipLink />
      <TopBar />
      <NoticeBar />
      <main id="content" tabIndex={-1} className="outline-none">
        {children}
      </main>
      <FileInputs />
      <DropAnywhere />
      <ShellDialogs />
      <TooltipHost />
    </ThemeProvider>
  );
}

import type { ReactNode } from 'react';
import { TooltipHost } from '#components/ui/tooltip-host.tsx';
import { ShellDialogs } from './dialogs/shell-dialogs.tsx';
import { DropAnywhere } from './files/drop-anywhere.tsx';
import { FileInputs } from './files/file-inputs.tsx';
import { KeepOffline } from './keep-offline.tsx';
import { NonceForStyles } from './nonce-for-styles.tsx';
import { NoticeBar } from './notice-bar.tsx';
import { SkipLink } from './skip-link.tsx';
import { ThemeProvider } from './theme/theme-provider.tsx';
import { TopBar } from './top-bar.tsx';

export interface AppShellProps {
  readonly nonce: string | undefined;
  /** Inside of another page: without the bar, dialogs, and places to drop files. */
  readonly embedded: boolean;
  /** Whether one can sign in on this server. */
  readonly signIn: boolean;
  readonly children: ReactNode;
}

/** What surrounds every page. */
export function AppShell({ nonce, embedded, signIn, children }: AppShellProps) {
  if (embedded) {
    return (
      <ThemeProvider nonce={nonce}>
        <NonceForStyles />
        <main id="content">{children}</main>
      </ThemeProvider>
    );
  }
  return (
    <ThemeProvider nonce={nonce}>
      <NonceForStyles />
      <SkipLink />
      <TopBar signIn={signIn} />
      <NoticeBar />
      <main id="content" tabIndex={-1} className="outline-none">
        {children}
      </main>
      <FileInputs />
      <DropAnywhere />
      <ShellDialogs />
      <TooltipHost />
      <KeepOffline />
    </ThemeProvider>
  );
}

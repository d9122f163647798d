import { usePathname, useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { browse } from '../files/browse.ts';
import { openFiles } from '../files/open-files.ts';
import { useOpenFiles } from '../files/use-open-files.ts';
import { useOpenSample } from '../files/use-open-sample.ts';
import { overlay } from '../overlay.ts';
import { useThemeChoice } from '../theme/use-theme-choice.ts';
import type { ActionContext } from './action.ts';

export function useActionContext(): ActionContext {
  const router = useRouter();
  const pathname = usePathname();
  const [theme, setTheme] = useThemeChoice();
  const hasOpenFiles = useOpenFiles() !== undefined;
  const openSample = useOpenSample();
  return useMemo(
    () => ({
      pathname,
      theme,
      hasOpenFiles,
      go: (href) => router.push(href),
      setTheme,
      show: overlay.set,
      browse,
      openSample,
      closeFiles: () => {
        openFiles.set(undefined);
        // What is opened next begins with its overview.
        if (location.pathname === '/analyze') history.replaceState(null, '', '/analyze');
      },
    }),
    [router, pathname, theme, setTheme, hasOpenFiles, openSample],
  );
}

'use client';
import { ThemeProvider as Provider } from 'next-themes';
import type { ReactNode } from 'react';

export interface ThemeProviderProps {
  /** Lets the script through that sets the theme before the first paint. */
  readonly nonce: string | undefined;
  readonly children: ReactNode;
}

export function ThemeProvider({ nonce, children }: ThemeProviderProps) {
  return (
    <Provider
      attribute="class"
      defaultTheme="system"
      storageKey="shufflescope.theme"
      enableColorScheme={false} // globals.css sets color-scheme with the colors
      disableTransitionOnChange
      {...(nonce ? { nonce } : {})}
    >
      {children}
    </Provider>
  );
}

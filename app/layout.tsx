import type { Metadata } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { AppShell } from '#components/shell/app-shell.tsx';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Shufflescope', template: '%s · Shufflescope' },
  description:
    'See what your Spark job does, and why it is slow. Reads event logs and PySpark code in your browser tab, uploads nothing.',
};

/** Reading the request's nonce also makes every page rendered per request: a prebuilt page could not carry it. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const asked = await headers();
  const nonce = asked.get('x-nonce') ?? undefined;
  return (
    // The theme's class is set by a script before React wakes up.
    <html lang="en" suppressHydrationWarning>
      <body>
        <AppShell
          nonce={nonce}
          embedded={asked.get('x-embedded') === 'true'}
          // Without this secret nobody can sign in here (lib/server/read-config.ts).
          signIn={Boolean(process.env.AUTH_SECRET)}
        >
          {children}
        </AppShell>
      </body>
    </html>
  );
}

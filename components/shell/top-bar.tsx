'use client';
import { CircleHelp, CircleUser, Search } from 'lucide-react';
import Link from 'next/link';
import { Button } from '#components/ui/button.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { KeyCaps } from './actions/key-caps.tsx';
import { BrandMark } from './brand-mark.tsx';
import { LocalOnlyBadge } from './local-only-badge.tsx';
import { overlay } from './overlay.ts';
import { PlaceLinks } from './place-links.tsx';
import { ThemeMenu } from './theme/theme-menu.tsx';

export function TopBar({ signIn }: { readonly signIn: boolean }) {
  return (
    <header
      data-screen-only
      className="sticky top-0 z-30 flex h-12 items-center gap-1 border-line border-b bg-panel px-2 sm:gap-2 sm:px-4"
    >
      <Link href="/" className="flex items-center gap-2 rounded px-1 font-semibold text-base tracking-tight">
        <BrandMark />
        <span className="max-[25rem]:sr-only">Shufflescope</span>
      </Link>
      <PlaceLinks />
      <div className="ml-auto flex items-center sm:gap-1">
        <LocalOnlyBadge />
        <Button
          kind="quiet"
          fit="tight"
          aria-haspopup="dialog"
          data-tip="Command palette"
          onClick={() => overlay.set('palette')}
        >
          <Search aria-hidden size={16} strokeWidth={1.75} />
          <span className="sr-only">Command palette</span>
          <span className="max-md:hidden">
            <KeyCaps keys="mod+k" />
          </span>
        </Button>
        <IconButton
          icon={CircleHelp}
          label="Keyboard shortcuts"
          // A phone has no keys, and no room for this either.
          className="max-sm:pointer-coarse:hidden"
          aria-haspopup="dialog"
          onClick={() => overlay.set('shortcuts')}
        />
        <ThemeMenu />
        {signIn ? <AccountLink /> : null}
      </div>
    </header>
  );
}

function AccountLink() {
  return (
    <Link
      href="/account"
      prefetch={false}
      aria-label="Account"
      data-tip="Account"
      className="inline-flex min-h-8 w-8 items-center justify-center rounded text-soft hover:bg-tint hover:text-ink pointer-coarse:min-h-11 pointer-coarse:w-11"
    >
      <CircleUser aria-hidden size={16} strokeWidth={1.75} />
    </Link>
  );
}

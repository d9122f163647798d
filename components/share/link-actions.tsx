'use client';
import { Link2, SquareCode } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { copyText } from '#components/ui/copy-text.ts';
import { Status } from '#components/ui/status.tsx';
import { formatCount } from '#lib/base/format.ts';
import { COMFORTABLE_CHARS, MAX_PAYLOAD_CHARS } from '#lib/share/codec/limits.ts';
import type { Kind } from '#lib/share/kinds/kinds.ts';
import type { WrittenLink } from '#lib/share/link.ts';
import { embedCode, sharedAddress } from './link-address.ts';

export interface LinkActionsProps {
  readonly link: WrittenLink;
  readonly kind: Kind;
}

/** What makes a link of the kind smaller. */
const SMALLER: Readonly<Record<Kind, string>> = {
  analysis: 'Share a single insight from its card, or save a report as a file.',
  insight: 'Save it as a file instead.',
  playground: 'Share fewer files, or only the part of the program that matters.',
  simulator: 'Take fewer keys of your own, or draw them as bars.',
  scenario: '',
};

export function LinkActions({ link, kind }: LinkActionsProps) {
  const [said, setSaid] = useState('');
  const unavailable = link.isTooLarge
    ? `The link would be longer than ${formatCount(MAX_PAYLOAD_CHARS)} characters. ${SMALLER[kind]}`
    : undefined;
  const copy = async (what: string, text: string) =>
    setSaid((await copyText(text)) ? `${what} copied` : 'The browser did not allow copying');
  const address = sharedAddress(location.origin, link.fragment);
  return (
    <section aria-label="Link" className="grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Button kind="primary" unavailable={unavailable} onClick={() => copy('Link', address)}>
          <Link2 aria-hidden size={16} strokeWidth={1.75} />
          Copy link
        </Button>
        <Button
          unavailable={unavailable}
          onClick={() => copy('Markup', embedCode(location.origin, link.fragment))}
        >
          <SquareCode aria-hidden size={16} strokeWidth={1.75} />
          Copy embed code
        </Button>
        {unavailable ? null : (
          <a
            href={address}
            target="_blank"
            rel="noreferrer"
            className="rounded px-2 font-medium text-accent text-sm underline underline-offset-4"
          >
            See what others will see
          </a>
        )}
        <Status>{said}</Status>
      </div>
      {unavailable ? <p className="max-w-prose text-sm">{unavailable}</p> : null}
      {!unavailable && link.fragment.length > COMFORTABLE_CHARS ? (
        <p className="max-w-prose text-soft text-sm">
          Some chat programs and ticket systems cut links of this length. {SMALLER[kind]}
        </p>
      ) : null}
    </section>
  );
}

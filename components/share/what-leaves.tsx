import { formatBytes, formatCount } from '#lib/base/format.ts';
import { MAX_PAYLOAD_CHARS } from '#lib/share/codec/limits.ts';
import type { Envelope } from '#lib/share/envelope.ts';
import type { WrittenLink } from '#lib/share/link.ts';

export interface WhatLeavesProps {
  readonly content: Envelope;
  readonly link: WrittenLink;
}

/** Every character that the link carries, readable, with its size. */
export function WhatLeaves({ content, link }: WhatLeavesProps) {
  return (
    <section aria-labelledby="what-leaves" className="grid min-w-0 gap-1">
      <h3 id="what-leaves" className="font-semibold text-sm">
        Exactly this leaves
      </h3>
      <p className="text-soft text-sm">
        {formatBytes(link.jsonBytes)} as text, {formatBytes(link.fragment.length)} compressed in the link, of{' '}
        {formatCount(MAX_PAYLOAD_CHARS)} characters that a link may have.
      </p>
      {/* A region that scrolls has to be reachable by keyboard. */}
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        tabIndex={0}
        aria-label="Content of the link"
        className="max-h-56 overflow-y-auto rounded border border-line bg-sunken p-3"
      >
        <pre className="wrap-anywhere whitespace-pre-wrap font-mono text-xs">
          {JSON.stringify(content, null, 1)}
        </pre>
      </section>
    </section>
  );
}

import Link from 'next/link';
import { Button } from '#components/ui/button.tsx';
import type { ExplainOffer } from '#lib/explain/explain-offer.ts';

export interface ModelOfferProps {
  readonly offer: ExplainOffer | 'asking' | undefined;
  readonly agreed: boolean;
  readonly busy: boolean;
  /** An answer is there: asking again passes remembered ones by. */
  readonly again: boolean;
  readonly onAsk: () => void;
}

/** Whether a model can be asked, who that is, what would be sent, and the button that agrees to it. */
export function ModelOffer({ offer, agreed, busy, again, onAsk }: ModelOfferProps) {
  if (offer === 'asking') return <p className="text-soft text-sm">Looking whether a model can be asked …</p>;
  if (offer === undefined)
    return (
      <p className="text-soft text-sm">
        A model cannot be asked now: the server is out of reach. The explanation above needs none.
      </p>
    );
  if (offer.model === undefined)
    return (
      <p className="text-soft text-sm">
        No model is set up on this server. The explanation above needs none.
      </p>
    );
  if (offer.perDay === 0)
    return (
      <p className="text-soft text-sm">
        On this server a model answers those who are signed in.{' '}
        <Link href="/account" prefetch={false} className="text-accent underline underline-offset-4">
          Sign in
        </Link>
      </p>
    );
  return (
    <div className="grid gap-2">
      {agreed ? null : (
        <p className="max-w-prose text-sm">
          A language model can put it into other words: <strong>{offer.model}</strong> at {offer.provider}. It
          would get the evidence above and your choice of audience, nothing else: no names of yours, no paths,
          no values, no code. You are asked once in this tab.
        </p>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          kind={agreed ? 'secondary' : 'primary'}
          onClick={onAsk}
          unavailable={busy ? 'It is writing' : undefined}
        >
          {again ? 'Ask again' : agreed ? `Ask ${offer.model}` : 'Agree and send the evidence'}
        </Button>
        <span className="text-soft text-xs">
          up to {offer.perDay} a day{offer.user ? ` as ${offer.user}` : ''}
        </span>
      </div>
    </div>
  );
}

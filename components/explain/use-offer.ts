import { useEffect, useState } from 'react';
import type { ExplainOffer } from '#lib/explain/explain-offer.ts';
import { fetchOffer } from './explain-client.ts';

/** What the server offers: `asking` at first, undefined when it cannot be reached. */
export function useOffer(): ExplainOffer | 'asking' | undefined {
  const [offer, setOffer] = useState<ExplainOffer | 'asking' | undefined>('asking');
  useEffect(() => {
    const control = new AbortController();
    fetchOffer(control.signal).then((answer) => {
      if (!control.signal.aborted) setOffer(answer);
    });
    return () => control.abort();
  }, []);
  return offer;
}

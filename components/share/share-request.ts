import { createStore } from '#components/shell/store.ts';
import type { SharedState } from '#lib/share/kinds/kinds.ts';
import type { KnownValues } from '#lib/share/redaction/redactor.ts';

export interface ShareRequest {
  /** "this run", "this insight", "this program". */
  readonly what: string;
  /** With nothing hidden yet. */
  readonly state: SharedState;
  readonly known: KnownValues;
}

/** What is being shared; undefined when nothing is. */
export const shareRequest = createStore<ShareRequest | undefined>(undefined);

export function share(request: ShareRequest): void {
  shareRequest.set(request);
}

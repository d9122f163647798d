import { UserError } from '#lib/base/assert.ts';
import { createStore } from './store.ts';

export interface Notice {
  readonly text: string;
  /** What would work instead. */
  readonly hint?: string | undefined;
}

/** The one message about something the user just tried, shown under the top bar until dismissed or replaced. */
export const notice = createStore<Notice | undefined>(undefined);

/** Errors made for the user are shown; anything else is a defect of ours and goes on. */
export function noticeOf(error: unknown): Notice {
  if (error instanceof UserError) return { text: error.message, hint: error.hint };
  throw error;
}

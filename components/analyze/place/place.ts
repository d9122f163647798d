import { parseStage } from '#lib/tables/queries/stage-key.ts';
import { VIEWS, type ViewId } from './views.ts';

/** Where in a run the user is. It is all in the address, and none of it tells what the log holds. */
export interface Place {
  readonly view: ViewId;
  /** "7.0". */
  readonly stage?: string | undefined;
  /** Id of an insight. */
  readonly insight?: string | undefined;
  /** Part of the timeline, in ms since the application's start. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** What cannot be understood is left out, so that an old or mistyped address still opens. */
export function placeOf(params: { get(name: string): string | null }): Place {
  const view = VIEWS.find(({ id }) => id === params.get('view'))?.id ?? 'overview';
  const stage = params.get('stage') ?? '';
  const insight = params.get('insight') ?? '';
  const [from, to] = [wholeNumber(params.get('from')), wholeNumber(params.get('to'))];
  return {
    view,
    ...(parseStage(stage) ? { stage } : {}),
    ...(/^[a-z0-9-]{1,60}$/.test(insight) ? { insight } : {}),
    ...(from !== undefined && to !== undefined && from < to ? { from, to } : {}),
  };
}

export function hrefOf({ view, stage, insight, from, to }: Place): string {
  const params = new URLSearchParams();
  if (view !== 'overview') params.set('view', view);
  if (stage !== undefined) params.set('stage', stage);
  if (insight !== undefined) params.set('insight', insight);
  if (from !== undefined && to !== undefined) {
    params.set('from', String(Math.floor(from)));
    params.set('to', String(Math.ceil(to)));
  }
  const query = params.toString();
  return query === '' ? '/analyze' : `/analyze?${query}`;
}

function wholeNumber(text: string | null): number | undefined {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

import { lazy } from 'react';
import type { ViewId } from '../place/views.ts';
import { VIEW_LOADERS, type ViewComponent } from './view-loaders.ts';

/** The views of a run; the code of each comes with its first showing. */
export const VIEW_COMPONENTS: Readonly<Record<ViewId, ViewComponent>> = {
  overview: lazy(VIEW_LOADERS.overview),
  insights: lazy(VIEW_LOADERS.insights),
  timeline: lazy(VIEW_LOADERS.timeline),
  stages: lazy(VIEW_LOADERS.stages),
  tasks: lazy(VIEW_LOADERS.tasks),
  sql: lazy(VIEW_LOADERS.sql),
  settings: lazy(VIEW_LOADERS.settings),
};

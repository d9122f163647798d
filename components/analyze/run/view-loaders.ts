import type { ComponentType } from 'react';
import { loadExplainPanel } from '#components/explain/load-panel.ts';
import type { ViewId } from '../place/views.ts';
import type { OpenRunState } from './open-state.ts';

export type ViewComponent = ComponentType<{ readonly run: OpenRunState }>;

/** The code of each view, fetched when it is first shown, or ahead in a quiet moment. */
export const VIEW_LOADERS: Readonly<Record<ViewId, () => Promise<{ default: ViewComponent }>>> = {
  overview: async () => ({ default: (await import('../overview/overview-view.tsx')).OverviewView }),
  insights: async () => ({ default: (await import('../insights/insights-view.tsx')).InsightsView }),
  timeline: async () => ({ default: (await import('../timeline/timeline-view.tsx')).TimelineView }),
  stages: async () => ({ default: (await import('../stages/stages-view.tsx')).StagesView }),
  tasks: async () => ({ default: (await import('../tasks/tasks-view.tsx')).TasksView }),
  sql: async () => ({ default: (await import('../console/console-view.tsx')).ConsoleView }),
  settings: async () => ({ default: (await import('../settings/settings-view.tsx')).SettingsView }),
};

/** Fetches the code of all views, so that they open also when the network is gone. */
export async function fetchViews(): Promise<void> {
  const loaders = [...Object.values(VIEW_LOADERS), loadExplainPanel];
  await Promise.all(loaders.map((load) => load().catch(() => undefined)));
}

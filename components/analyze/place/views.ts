/** The views of a run, in the order of the bar; a view's key is its number in it. */
export const VIEWS = [
  { id: 'overview', label: 'Overview' },
  { id: 'insights', label: 'Insights' },
  { id: 'timeline', label: 'Timeline' },
  { id: 'stages', label: 'Stages' },
  { id: 'tasks', label: 'Tasks' },
  { id: 'sql', label: 'SQL' },
  { id: 'settings', label: 'Settings' },
] as const;

export type ViewId = (typeof VIEWS)[number]['id'];

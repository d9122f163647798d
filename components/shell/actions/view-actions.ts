import type { Action, ThemeChoice } from './action.ts';

const themes: readonly { choice: ThemeChoice; label: string }[] = [
  { choice: 'light', label: 'Light theme' },
  { choice: 'dark', label: 'Dark theme' },
  { choice: 'system', label: 'Theme of the system' },
];

export const viewActions: readonly Action[] = themes.map(({ choice, label }) => ({
  id: `theme-${choice}`,
  label,
  section: 'View',
  keywords: ['color', 'mode', 'appearance'],
  enabled: ({ theme }) => theme !== choice || { reason: 'already chosen' },
  perform: ({ setTheme }) => setTheme(choice),
}));

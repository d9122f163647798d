import { useTheme } from 'next-themes';
import type { ThemeChoice } from '../actions/action.ts';

/** What the user chose; the server, which cannot know, answers "system". */
export function useThemeChoice(): readonly [ThemeChoice, (choice: ThemeChoice) => void] {
  const { theme, setTheme } = useTheme();
  return [theme === 'light' || theme === 'dark' ? theme : 'system', setTheme];
}

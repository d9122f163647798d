'use client';
import { SunMoon } from 'lucide-react';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Popover } from '#components/ui/popover.tsx';
import type { ThemeChoice } from '../actions/action.ts';
import { useThemeChoice } from './use-theme-choice.ts';

const choices: readonly { value: ThemeChoice; label: string }[] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

export function ThemeMenu() {
  const [chosen, choose] = useThemeChoice();
  return (
    <Popover
      label="Theme"
      trigger={(props) => <IconButton {...props} icon={SunMoon} label="Theme" />}
      size="small"
    >
      <fieldset className="grid gap-1">
        <legend className="pb-1 font-semibold text-sm">Theme</legend>
        {choices.map(({ value, label }) => (
          <label key={value} className="flex min-h-8 items-center gap-2 text-sm pointer-coarse:min-h-11">
            <input
              type="radio"
              name="theme"
              value={value}
              checked={chosen === value}
              onChange={() => choose(value)}
              className="size-4 accent-accent"
            />
            {label}
          </label>
        ))}
      </fieldset>
    </Popover>
  );
}

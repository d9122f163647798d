import { clsx } from 'clsx';

export type ButtonKind = 'primary' | 'secondary' | 'quiet';
/** The room around the content: text, text among icons, or an icon alone. */
export type ButtonFit = 'text' | 'tight' | 'square';

const looks: Readonly<Record<ButtonKind, string>> = {
  primary: 'border-ink bg-ink text-page hover:border-soft hover:bg-soft',
  secondary: 'border-edge bg-panel text-ink hover:border-accent hover:bg-tint',
  quiet: 'border-transparent text-soft hover:bg-tint hover:text-ink',
};

const fits: Readonly<Record<ButtonFit, string>> = {
  text: 'px-3',
  tight: 'min-w-8 px-2 pointer-coarse:min-w-11',
  square: 'w-8 pointer-coarse:w-11',
};

/** The look of what is pressed: a button, or a link that leads on. */
export function buttonLook(kind: ButtonKind, fit: ButtonFit, isUnavailable = false): string {
  return clsx(
    'inline-flex min-h-8 items-center justify-center gap-2 whitespace-nowrap rounded border font-medium text-sm transition-colors pointer-coarse:min-h-11',
    fits[fit],
    isUnavailable ? 'border-line border-dashed text-faint' : looks[kind],
  );
}

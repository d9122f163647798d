import { clsx } from 'clsx';
import type { ComponentProps } from 'react';

export interface ButtonProps extends ComponentProps<'button'> {
  readonly kind?: 'primary' | 'secondary' | 'quiet';
  /** The room around the content: text, text among icons, or an icon alone. */
  readonly fit?: 'text' | 'tight' | 'square';
  /** Why the button cannot be used now. It stays in place and reachable by keyboard, and says the reason. */
  readonly unavailable?: string | undefined;
}

const looks = {
  primary: 'border-ink bg-ink text-page hover:border-soft hover:bg-soft',
  secondary: 'border-edge bg-panel text-ink hover:border-accent hover:bg-tint',
  quiet: 'border-transparent text-soft hover:bg-tint hover:text-ink',
};

const fits = {
  text: 'px-3',
  tight: 'min-w-8 px-2 pointer-coarse:min-w-11',
  square: 'w-8 pointer-coarse:w-11',
};

export function Button({ kind = 'secondary', fit = 'text', unavailable, className, ...rest }: ButtonProps) {
  const refusal = {
    'aria-disabled': true,
    'aria-description': unavailable,
    'data-tip': unavailable,
    onClick: undefined,
  };
  return (
    <button
      type="button"
      {...rest}
      {...(unavailable ? refusal : {})}
      className={clsx(
        'inline-flex min-h-8 items-center justify-center gap-2 whitespace-nowrap rounded border font-medium text-sm transition-colors pointer-coarse:min-h-11',
        fits[fit],
        unavailable ? 'border-line border-dashed text-faint' : looks[kind],
        className,
      )}
    />
  );
}

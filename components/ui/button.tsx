import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { type ButtonFit, type ButtonKind, buttonLook } from './button-look.ts';

export interface ButtonProps extends ComponentProps<'button'> {
  readonly kind?: ButtonKind;
  readonly fit?: ButtonFit;
  /** Why the button cannot be used now. It stays in place and reachable by keyboard, and says the reason. */
  readonly unavailable?: string | undefined;
}

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
      className={clsx(buttonLook(kind, fit, Boolean(unavailable)), className)}
    />
  );
}

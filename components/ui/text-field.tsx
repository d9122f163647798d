import { clsx } from 'clsx';
import type { ComponentProps } from 'react';

export interface TextFieldProps extends Omit<ComponentProps<'input'>, 'aria-label'> {
  readonly label: string;
  /** Shows the label in front of the field; without it the placeholder has to tell. */
  readonly showLabel?: boolean;
}

export function TextField({ label, showLabel = false, className, ...rest }: TextFieldProps) {
  return (
    <label className="inline-flex min-w-0 items-center gap-2 text-sm">
      <span className={showLabel ? 'text-soft' : 'sr-only'}>{label}</span>
      <input
        type="text"
        {...rest}
        className={clsx(
          'min-h-8 min-w-0 rounded border border-edge bg-panel px-2 text-sm placeholder:text-faint pointer-coarse:min-h-11',
          className,
        )}
      />
    </label>
  );
}

import { clsx } from 'clsx';
import Link from 'next/link';
import type { ComponentProps } from 'react';
import { type ButtonKind, buttonLook } from './button-look.ts';

export interface ButtonLinkProps extends ComponentProps<typeof Link> {
  readonly kind?: ButtonKind;
}

/** The way on to another page, where it is the thing to do. */
export function ButtonLink({ kind = 'secondary', className, ...rest }: ButtonLinkProps) {
  return <Link {...rest} className={clsx(buttonLook(kind, 'text'), className)} />;
}

import type { LucideIcon } from 'lucide-react';
import { Button, type ButtonProps } from './button.tsx';

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'aria-label' | 'fit'> {
  readonly icon: LucideIcon;
  /** The button's name for everyone who cannot see or read the icon; also its tooltip. */
  readonly label: string;
}

export function IconButton({ icon: Icon, label, kind = 'quiet', ...rest }: IconButtonProps) {
  return (
    <Button data-tip={label} {...rest} kind={kind} fit="square" aria-label={label}>
      <Icon aria-hidden size={16} strokeWidth={1.75} />
    </Button>
  );
}

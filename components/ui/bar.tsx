import { clsx } from 'clsx';

export interface BarProps {
  /** 0 to 1; what lies outside is drawn at the end it passed. */
  readonly ratio: number;
  readonly className?: string;
}

/** The bare bar of meters and progress. SVG attributes, since a strict style-src drops style attributes from HTML. */
export function Bar({ ratio, className }: BarProps) {
  const percent = Math.min(1, Math.max(0, ratio)) * 100;
  return (
    <svg aria-hidden="true" className={clsx('block h-2 w-full overflow-hidden rounded-[2px]', className)}>
      <rect width="100%" height="100%" className="fill-line" />
      <rect width={`${percent}%`} height="100%" className="fill-current" />
    </svg>
  );
}

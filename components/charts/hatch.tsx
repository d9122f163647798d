import { type Fill, strokeClass } from './fill.ts';

export interface HatchProps {
  readonly id: string;
  readonly fill: Fill;
}

/** Stripes in a role's color, for use as fill={`url(#${id})`}. */
export function Hatch({ id, fill }: HatchProps) {
  return (
    <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line x1="1.25" y1="0" x2="1.25" y2="5" strokeWidth="2.5" className={strokeClass(fill)} />
    </pattern>
  );
}

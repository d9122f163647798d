'use client';
import { Status } from '#components/ui/status.tsx';
import { StatePage } from './state-page.tsx';
import { useDelayed } from './use-delayed.ts';

/** Looking into the files: quick, but for archives of many. */
export function Finding({ label }: { readonly label: string }) {
  const patient = useDelayed(400);
  if (!patient) return <h1 className="sr-only">{label}</h1>;
  return (
    <StatePage title={label}>
      <Status>Looking for event logs in the files …</Status>
    </StatePage>
  );
}

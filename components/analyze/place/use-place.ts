import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { useStore } from '#components/shell/use-store.ts';
import { lentPlace } from './lent-place.ts';
import { type Place, placeOf } from './place.ts';

export function usePlace(): Place {
  const params = useSearchParams();
  const lent = useStore(lentPlace);
  const inAddress = useMemo(() => placeOf(params), [params]);
  return lent?.place ?? inAddress;
}

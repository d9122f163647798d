import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { type Place, placeOf } from './place.ts';

export function usePlace(): Place {
  const params = useSearchParams();
  return useMemo(() => placeOf(params), [params]);
}

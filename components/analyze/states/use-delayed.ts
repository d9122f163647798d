import { useEffect, useState } from 'react';

/** False at first and true after a while: for what should not flash when the work is short. */
export function useDelayed(ms: number): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return over;
}

import { useEffect, useState } from 'react';
import { moveTo } from '../place/go-to.ts';
import { usePlace } from '../place/use-place.ts';
import { clampWindow, type TimeWindow } from './time-window.ts';

/** Browsers allow only some changes of the address a second. */
const REST_MS = 250;

/** Which part of the run is seen. The address follows once it rests, so that a link shows the same part. */
export function useTimeWindow(runMs: number): readonly [TimeWindow, (next: TimeWindow) => void] {
  const { from, to } = usePlace();
  const whole = clampWindow({ from: 0, to: runMs }, runMs);
  const [window, setWindow] = useState<TimeWindow>(() =>
    from !== undefined && to !== undefined ? clampWindow({ from, to }, runMs) : whole,
  );
  const isWhole = window.from <= whole.from && window.to >= whole.to;

  useEffect(() => {
    const timer = setTimeout(() => {
      const seen = new URLSearchParams(location.search);
      if (seen.get('view') !== 'timeline') return;
      moveTo(isWhole ? { view: 'timeline' } : { view: 'timeline', ...window });
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [window, isWhole]);

  return [window, setWindow];
}

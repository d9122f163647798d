'use client';
import { ArrowLeft } from 'lucide-react';
import { Suspense, useLayoutEffect, useState } from 'react';
import { NONE } from '#components/analyze/insights/none.ts';
import { lentPlace } from '#components/analyze/place/lent-place.ts';
import type { Place } from '#components/analyze/place/place.ts';
import { VIEWS } from '#components/analyze/place/views.ts';
import type { OpenRunState } from '#components/analyze/run/open-state.ts';
import { VIEW_COMPONENTS } from '#components/analyze/run/view-components.ts';
import { Button } from '#components/ui/button.tsx';
import type { StepSurfaceProps } from './step-surface.tsx';

export interface LentRunProps extends Pick<StepSurfaceProps, 'surface' | 'onPoint' | 'pointed'> {
  readonly run: OpenRunState;
}

/** A view of the run. Its links lead on within the step; where a place is asked for, those to stages and insights point. */
export function LentRun({ run, surface, onPoint, pointed }: LentRunProps) {
  const home = VIEWS.find(({ id }) => id === surface.view) ?? VIEWS[0];
  const [place, setPlace] = useState<Place>({ view: home.id });
  const [isThere, setThere] = useState(false);
  useLayoutEffect(() => {
    const onGo = (to: Place) => {
      const target = to.stage ?? (to.insight === NONE ? undefined : to.insight);
      if (onPoint && target !== undefined) onPoint(target);
      else setPlace(to);
    };
    lentPlace.set({ place, pointed, onGo });
    setThere(true);
  }, [place, pointed, onPoint]);
  useLayoutEffect(() => () => lentPlace.set(undefined), []);
  const View = VIEW_COMPONENTS[place.view];
  const isAway = place.view !== home.id || place.stage !== undefined;
  return (
    <div className="grid min-w-0 gap-2">
      {isAway ? (
        <Button kind="quiet" fit="tight" className="w-fit" onClick={() => setPlace({ view: home.id })}>
          <ArrowLeft aria-hidden size={14} />
          Back to {home.label}
        </Button>
      ) : null}
      <Suspense fallback={<p className="text-soft text-sm">Opening the view …</p>}>
        {isThere ? <View run={run} /> : null}
      </Suspense>
    </div>
  );
}

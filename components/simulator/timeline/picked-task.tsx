'use client';
import { useEffect, useState } from 'react';
import { Picked } from '../picked.tsx';
import type { TaskComputed } from '../session/protocol.ts';
import type { RunPicture } from '../session/run-picture.ts';
import { explainTask } from '../session/simulation.ts';
import { Explanation } from '../totals/how-computed.tsx';

export interface PickedTaskProps {
  readonly picture: RunPicture;
  readonly stage: number;
  readonly task: number;
  readonly text: string;
  readonly onClose: () => void;
}

/** How the time and the spill of one task are computed. */
export function PickedTask({ picture, stage, task, text, onClose }: PickedTaskProps) {
  const [computed, setComputed] = useState<TaskComputed>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another run is the reason to ask again
  useEffect(() => {
    let isWanted = true;
    explainTask(stage, task).then(
      (answer) => isWanted && setComputed(answer),
      // The worker is gone, which the page says already.
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [picture, stage, task]);
  return (
    <Picked what="task" text={text} onClose={onClose}>
      {computed ? (
        <div className="grid gap-4 md:grid-cols-2">
          <Explanation label="Time of the task" computed={computed.time} />
          <Explanation label="Its spill" computed={computed.spill} />
        </div>
      ) : null}
    </Picked>
  );
}

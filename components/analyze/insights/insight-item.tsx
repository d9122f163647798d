'use client';
import { clsx } from 'clsx';
import { ChevronRight } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { InsightCard } from '#components/insight/insight-card.tsx';
import { InsightHeading } from '#components/insight/insight-heading.tsx';
import { mute } from '#components/insight/muted.ts';
import type { Insight } from '#lib/model/insight.ts';
import { openSql } from '../console/console-draft.ts';
import { goTo } from '../place/go-to.ts';
import { hrefOf } from '../place/place.ts';
import { NONE } from './none.ts';
import { StageTowers } from './stage-towers.tsx';

export interface InsightItemProps {
  readonly insight: Insight;
  readonly open: boolean;
  /** Whether the address names it: then it is brought into view. */
  readonly named: boolean;
  readonly onShare: (insight: Insight) => void;
}

/** Insights whose stage is worth a picture of its tasks. */
const PICTURED = new Set<Insight['problem']>(['task-skew', 'straggler', 'slow-executor', 'spill']);

export function InsightItem({ insight, open, named, onShare }: InsightItemProps) {
  const id = useId();
  const item = useRef<HTMLLIElement>(null);
  const [stage] = insight.stages;
  useEffect(() => {
    if (named) item.current?.scrollIntoView({ block: 'nearest' });
  }, [named]);
  return (
    <li ref={item} className="scroll-mt-16 rounded border border-line bg-panel">
      <h2>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => goTo({ view: 'insights', insight: open ? NONE : insight.id })}
          className="flex w-full items-baseline gap-2 rounded px-4 py-2.5 text-left -outline-offset-2 hover:bg-tint"
        >
          <ChevronRight
            aria-hidden
            size={16}
            className={clsx('shrink-0 self-center text-faint transition-transform', open && 'rotate-90')}
          />
          <InsightHeading insight={insight} />
        </button>
      </h2>
      <div id={id} hidden={!open} className="border-line border-t p-4">
        {open ? (
          <InsightCard
            insight={insight}
            origin="measured"
            href={hrefOf({ view: 'insights', insight: insight.id })}
            chart={
              stage !== undefined && PICTURED.has(insight.problem) ? <StageTowers stage={stage} /> : undefined
            }
            onOpenSql={openSql}
            onShowStage={(shown) => goTo({ view: 'stages', stage: shown })}
            onMute={() => mute(insight.problem)}
            onShare={() => onShare(insight)}
          />
        ) : null}
      </div>
    </li>
  );
}

'use client';
import { MessageSquareText } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { EvidencePack } from '#lib/explain/evidence-pack.ts';
import { loadExplainPanel } from './load-panel.ts';

const ExplainPanel = lazy(loadExplainPanel);

export interface ExplainButtonProps {
  /** Made when the panel is opened, from what is on screen then. */
  readonly makePack: () => EvidencePack;
  /** What it is made from: when that is another thing, an explanation of the old one is closed. */
  readonly of?: unknown;
}

/** Opens the explanation below itself. */
export function ExplainButton({ makePack, of }: ExplainButtonProps) {
  const id = useId();
  const [made, setMade] = useState<{ readonly pack: EvidencePack; readonly of: unknown }>();
  const pack = made && Object.is(made.of, of) ? made.pack : undefined;
  return (
    <div className="grid min-w-0 gap-3">
      <div>
        <Button
          fit="tight"
          aria-expanded={pack !== undefined}
          aria-controls={id}
          onClick={() => setMade(pack ? undefined : { pack: makePack(), of })}
        >
          <MessageSquareText aria-hidden size={14} />
          Explain in words
        </Button>
      </div>
      <div id={id} hidden={pack === undefined} className="min-w-0">
        {pack ? (
          <Suspense fallback={<p className="text-soft text-sm">Opening …</p>}>
            <ExplainPanel pack={pack} />
          </Suspense>
        ) : null}
      </div>
    </div>
  );
}

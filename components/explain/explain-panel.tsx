'use client';
import { useMemo, useState } from 'react';
import { useStore } from '#components/shell/use-store.ts';
import { ProvenanceTag } from '#components/ui/provenance-tag.tsx';
import { Segments } from '#components/ui/segments.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { AUDIENCE_NAMES, AUDIENCES, type Audience } from '#lib/explain/audience.ts';
import { checkAnswer } from '#lib/explain/check-answer.ts';
import type { EvidencePack } from '#lib/explain/evidence-pack.ts';
import { writeExplanation } from '#lib/explain/write-explanation.ts';
import { AnswerText } from './answer-text.tsx';
import { consent } from './consent.ts';
import { ModelAnswerView } from './model-answer.tsx';
import { ModelOffer } from './model-offer.tsx';
import { PackPreview } from './pack-preview.tsx';
import { useAnswerOfModel } from './use-answer-of-model.ts';
import { useOffer } from './use-offer.ts';

const options = AUDIENCES.map((value) => ({ value, label: AUDIENCE_NAMES[value] }));

/** First the explanation written by rules, which is always there; then the offer to ask a model, and its answer. */
export function ExplainPanel({ pack }: { readonly pack: EvidencePack }) {
  const [audience, setAudience] = useState<Audience>('daily');
  const [shown, setShown] = useState<{ readonly id: string; readonly times: number }>();
  const agreed = useStore(consent, () => false);
  const offer = useOffer();
  const { state, ask, stop } = useAnswerOfModel();
  const byRules = useMemo(() => checkAnswer(writeExplanation(pack, audience), pack), [pack, audience]);
  const canAsk = offer !== undefined && offer !== 'asking' && offer.model !== undefined && offer.perDay > 0;
  const again = state.kind === 'done' || state.kind === 'stopped' || state.kind === 'failed';
  const request = { audience, ...(state.kind === 'done' ? { reload: true } : {}), pack };
  const show = (id: string) => setShown((before) => ({ id, times: (before?.times ?? 0) + 1 }));
  const send = () => {
    consent.set(true);
    ask(request);
  };
  return (
    <section aria-label="Explanation" className="grid min-w-0 gap-4 rounded border border-line bg-page p-4">
      <div className="flex flex-wrap items-center gap-2">
        <Tag>WRITTEN BY RULES</Tag>
        <ProvenanceTag origin={pack.origin} />
        <span className="ml-auto">
          <Segments label="Explain for" options={options} value={audience} onChange={setAudience} />
        </span>
      </div>
      <AnswerText blocks={byRules.blocks} pack={pack} onShow={show} />
      <div className="grid gap-3 border-line border-t pt-3">
        <PackPreview pack={pack} request={JSON.stringify(request)} open={!agreed && canAsk} shown={shown} />
        <ModelOffer
          offer={offer}
          agreed={agreed}
          busy={state.kind === 'asking' || state.kind === 'writing'}
          again={again}
          onAsk={send}
        />
        <ModelAnswerView state={state} pack={pack} onStop={stop} onShow={show} />
      </div>
    </section>
  );
}

import { Square } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '#components/ui/button.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { Status } from '#components/ui/status.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { formatCount, formatMs, plural } from '#lib/base/format.ts';
import { type CheckedAnswer, checkAnswer, checkablePart } from '#lib/explain/check-answer.ts';
import type { EvidencePack } from '#lib/explain/evidence-pack.ts';
import type { AnswerState } from './answer-state.ts';
import { AnswerText } from './answer-text.tsx';

export interface ModelAnswerViewProps {
  readonly state: AnswerState;
  readonly pack: EvidencePack;
  readonly onStop: () => void;
  readonly onShow: (id: string) => void;
}

/** A model's words, sentence by sentence as they can be checked, and what the check found. */
export function ModelAnswerView({ state, pack, onStop, onShow }: ModelAnswerViewProps) {
  const text = state.kind === 'writing' ? checkablePart(state.text) : 'text' in state ? state.text : '';
  const checked = useMemo(() => checkAnswer(text, pack), [text, pack]);
  const running = state.kind === 'asking' || state.kind === 'writing';
  return (
    <div className="grid gap-3" aria-busy={running}>
      <Status hidden={state.kind !== 'failed'}>{statusText(state)}</Status>
      {running || text !== '' ? (
        <div className="grid gap-3 rounded border border-edge border-dashed p-4">
          <div className="flex flex-wrap items-center gap-2">
            <Tag outline="dashed">AI-WRITTEN</Tag>
            <span className="text-soft text-xs">{origin(state)}</span>
            <span className="ml-auto flex gap-1">
              {running ? (
                <Button fit="tight" onClick={onStop}>
                  <Square aria-hidden size={12} />
                  Stop
                </Button>
              ) : (
                <CopyButton what="the answer" text={text} />
              )}
            </span>
          </div>
          <AnswerText blocks={checked.blocks} pack={pack} onShow={onShow} />
          {running ? null : <p className="border-line border-t pt-2 text-soft text-xs">{verdict(checked)}</p>}
        </div>
      ) : null}
    </div>
  );
}

function statusText(state: AnswerState): string {
  switch (state.kind) {
    case 'asking':
      return 'The question was sent.';
    case 'writing':
      return 'The answer is being written.';
    case 'done':
      return 'The answer is complete.';
    case 'stopped':
      return 'The answer was stopped.';
    case 'failed':
      return `${state.message} The explanation above, written by rules, needs no model.`;
    default:
      return '';
  }
}

function origin(state: AnswerState): string {
  if (state.kind === 'asking') return 'The question was sent …';
  if (!('model' in state)) return '';
  const parts: string[] = [state.model];
  if (state.kind === 'done') {
    if (state.cached) parts.push('remembered answer');
    if (state.tokens !== undefined) parts.push(`${formatCount(state.tokens)} tokens`);
    parts.push(formatMs(state.ms));
    if (state.cut) parts.push('cut at the length limit');
  }
  if (state.kind === 'stopped') parts.push('stopped');
  return parts.join(' · ');
}

function verdict({ numbers, unknownNumbers, unknownCitations }: CheckedAnswer): string {
  const wrong = [
    ...(unknownNumbers > 0 ? [`${unknownNumbers} of ${plural(numbers, 'number')} not in the evidence`] : []),
    ...(unknownCitations > 0
      ? [`${plural(unknownCitations, 'citation')} of evidence that there is not`]
      : []),
  ];
  if (wrong.length > 0) return `Checked against the evidence: ${wrong.join(', ')}; marked above.`;
  return numbers === 0
    ? 'Checked against the evidence: it states no numbers. The words are the model’s.'
    : `Checked against the evidence: all ${plural(numbers, 'number')} are in it. The words are the model’s.`;
}

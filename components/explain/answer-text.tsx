import { Fragment, type ReactNode } from 'react';
import type { CheckedBlock, CheckedInline, Piece } from '#lib/explain/check-answer.ts';
import type { EvidencePack } from '#lib/explain/evidence-pack.ts';
import { EvidenceChip } from './evidence-chip.tsx';

export interface AnswerTextProps {
  readonly blocks: readonly CheckedBlock[];
  readonly pack: EvidencePack;
  readonly onShow: (id: string) => void;
}

/** Checked pieces as elements. React escapes all of it, and there is no piece that is a link or an image. */
export function AnswerText({ blocks, pack, onShow }: AnswerTextProps) {
  const piece = (each: Piece, at: number) => <PieceText key={at} piece={each} pack={pack} onShow={onShow} />;
  const inline = ({ style, pieces }: CheckedInline, at: number) => (
    <Styled key={at} style={style}>
      {pieces.map(piece)}
    </Styled>
  );
  return (
    <div className="wrap-anywhere grid max-w-prose gap-2.5 text-sm leading-relaxed">
      {blocks.map((block, at) => {
        const key = `${block.kind}${at}`;
        if (block.kind === 'code')
          return (
            <pre key={key} className="whitespace-pre-wrap rounded bg-sunken p-2 font-mono text-xs">
              {block.pieces.map(piece)}
            </pre>
          );
        if (block.kind === 'list') {
          const List = block.ordered ? 'ol' : 'ul';
          return (
            <List key={key} className={block.ordered ? 'list-decimal pl-6' : 'list-disc pl-6'}>
              {block.items.map((item, row) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a list of an answer only ever grows at its end
                <li key={`${key}.${row}`}>{item.map(inline)}</li>
              ))}
            </List>
          );
        }
        return (
          <p key={key} className={block.kind === 'heading' ? 'font-semibold' : undefined}>
            {block.inlines.map(inline)}
          </p>
        );
      })}
    </div>
  );
}

function Styled({
  style,
  children,
}: {
  readonly style: CheckedInline['style'];
  readonly children: ReactNode;
}) {
  switch (style) {
    case 'strong':
      return <strong className="font-semibold">{children}</strong>;
    case 'emphasis':
      return <em>{children}</em>;
    case 'code':
      return <code className="rounded bg-sunken px-1 font-mono text-xs">{children}</code>;
    default:
      return <Fragment>{children}</Fragment>;
  }
}

interface PieceTextProps extends Omit<AnswerTextProps, 'blocks'> {
  readonly piece: Piece;
}

function PieceText({ piece, pack, onShow }: PieceTextProps) {
  if (piece.kind === 'citation') return <EvidenceChip id={piece.id} pack={pack} onShow={onShow} />;
  if (piece.kind === 'text') return piece.text;
  const [first] = piece.facts;
  if (first === undefined) {
    return (
      <mark
        data-tip="This number is not in the evidence: do not take it for a fact"
        className="rounded bg-transparent text-alert underline decoration-wavy underline-offset-4"
      >
        {piece.text}
        <span className="ml-1 inline-block whitespace-nowrap rounded border border-alert border-dashed px-1 text-xs">
          not in the evidence
        </span>
      </mark>
    );
  }
  if (piece.cited) return piece.text;
  return (
    <>
      {piece.text}
      <EvidenceChip id={first} pack={pack} onShow={onShow} />
    </>
  );
}

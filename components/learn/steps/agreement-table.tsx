import { Check, Equal, TriangleAlert } from 'lucide-react';
import { SimpleTable } from '#components/ui/simple-table.tsx';
import type { Agreement } from '#lib/learn/scenario/step.ts';
import { agreedOn } from './agreement.ts';
import type { Known } from './known.ts';
import { Words } from './prose.tsx';

export interface AgreementTableProps {
  readonly agree: readonly Agreement[];
  readonly known: Known;
}

/** What the three engines say of the same thing, how far apart they are, and why. */
export function AgreementTable({ agree, known }: AgreementTableProps) {
  return (
    <SimpleTable
      caption="Predicted, simulated and measured"
      columns={[
        { header: 'What' },
        { header: 'Predicted', align: 'end' },
        { header: 'Simulated', align: 'end' },
        { header: 'Measured', align: 'end' },
        { header: 'Agree' },
        { header: 'Why' },
      ]}
      rows={agree.map((each) => {
        const { texts, factor, isWithin } = agreedOn(each, known.figures, known.values);
        return [
          <Words key="what" text={each.what} known={known} />,
          texts.predicted,
          texts.simulated,
          texts.measured,
          <Verdict key="agree" factor={factor} isWithin={isWithin} within={each.within} />,
          <span key="why" className="block min-w-48 py-1.5">
            <Words text={each.why} known={known} />
          </span>,
        ];
      })}
    />
  );
}

interface VerdictProps {
  readonly factor: number | undefined;
  readonly isWithin: boolean | undefined;
  readonly within: number;
}

function Verdict({ factor, isWithin, within }: VerdictProps) {
  if (factor === undefined) return '…';
  const Icon = factor === 1 ? Equal : isWithin ? Check : TriangleAlert;
  const apart = Number.isFinite(factor) ? `${factor.toPrecision(3)}x apart` : 'different';
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <Icon aria-hidden size={14} />
      {factor === 1 ? 'the same' : isWithin ? `within ${within}x` : apart}
    </span>
  );
}

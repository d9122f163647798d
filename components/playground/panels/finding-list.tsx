import Link from 'next/link';
import { OptionList } from '#components/insight/option-list.tsx';
import { Button } from '#components/ui/button.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { Severity } from '#components/ui/severity.tsx';
import type { Finding } from '../worker/protocol.ts';
import { PlaceButton } from './place-button.tsx';

export interface FindingListProps {
  readonly findings: readonly Finding[] | undefined;
  readonly several: boolean;
  readonly onGo: (file: string, offset: number) => void;
  readonly onFix: (finding: Finding) => void;
}

/** Patterns that cost more than they show, worst first as in the text. */
export function FindingList({ findings, several, onGo, onFix }: FindingListProps) {
  if (!findings) return <p className="p-3 text-soft text-sm">The rules are looking at the program.</p>;
  if (findings.length === 0)
    return <p className="p-3 text-soft text-sm">No rule found anything to say about this program.</p>;
  return (
    <ul className="grid gap-3 p-3">
      {findings.map((finding) => (
        <li
          key={`${finding.id} ${finding.file} ${finding.from}`}
          className="grid gap-1 border-line border-b pb-3 text-sm"
        >
          <span className="flex flex-wrap items-center gap-x-3">
            <Severity level={finding.severity} />
            <PlaceButton onClick={() => onGo(finding.file, finding.from)}>
              {several ? `${finding.file} ` : ''}line {finding.line}
            </PlaceButton>
            <span className="text-faint text-xs">{finding.id}</span>
          </span>
          <h3 className="font-semibold">{finding.title}</h3>
          <p className="wrap-anywhere">{finding.message}</p>
          {finding.fix ? (
            <p>
              <Button onClick={() => onFix(finding)}>{finding.fix.title}</Button>
            </p>
          ) : null}
          <Disclosure summary="Why, and what could be done">
            <div className="grid gap-2">
              <p>{finding.why}</p>
              <OptionList options={finding.options} />
              <p className="text-soft">Fine as it is when {lowerFirst(finding.notWhen)}</p>
              <p className="text-soft">
                Confidence {finding.confidence}: {finding.whyConfidence}
              </p>
              {/* Nothing is asked of the server before somebody wants to read it. */}
              <p>
                <Link
                  href={`/reference/rules/${finding.name}`}
                  prefetch={false}
                  className="text-accent underline decoration-1 underline-offset-2 hover:decoration-2"
                >
                  Learn why
                </Link>
              </p>
            </div>
          </Disclosure>
        </li>
      ))}
    </ul>
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

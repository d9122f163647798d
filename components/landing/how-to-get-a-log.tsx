import { CodeBlock } from '#components/ui/code-block.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { logSources } from './log-sources.ts';

export function HowToGetALog() {
  return (
    <div className="rounded border border-line bg-panel px-4 py-2">
      <Disclosure summary="How to get a log from Spark">
        <div className="divide-y divide-line">
          {logSources.map(({ id, name, steps, codeLabel, code, after }) => (
            <Disclosure key={id} summary={name} group="log-source">
              <div className="grid min-w-0 gap-3 pb-4 text-sm">
                <p className="max-w-prose">{steps}</p>
                <CodeBlock label={codeLabel} code={code} />
                <p className="max-w-prose text-soft">{after}</p>
              </div>
            </Disclosure>
          ))}
        </div>
      </Disclosure>
    </div>
  );
}

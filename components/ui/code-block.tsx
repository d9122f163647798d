import { CopyButton } from './copy-button.tsx';

export interface CodeBlockProps {
  /** What the code is: "the spark-submit command". */
  readonly label: string;
  readonly code: string;
}

/** Long lines wrap: a block that scrolls sideways is a trap on phones and another tab stop everywhere. */
export function CodeBlock({ label, code }: CodeBlockProps) {
  return (
    <div className="relative min-w-0 rounded border border-line bg-sunken">
      <pre className="wrap-anywhere whitespace-pre-wrap p-3 pr-11 font-mono text-xs">{code}</pre>
      <CopyButton what={label} text={code} className="absolute top-1 right-1" />
    </div>
  );
}

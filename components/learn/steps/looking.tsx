import { Button } from '#components/ui/button.tsx';
import { Status } from '#components/ui/status.tsx';

export interface LookingProps {
  /** What is being waited for; nothing is. */
  readonly text: string | undefined;
  readonly failure?: string | undefined;
  readonly again?: () => void;
}

/** Says what the engines are busy with, or that they could not. */
export function Looking({ text, failure, again }: LookingProps) {
  return (
    <>
      <Status>
        {failure === undefined && text !== undefined ? <span className="block pt-2">{text}</span> : ''}
      </Status>
      {failure === undefined ? null : (
        <div
          role="alert"
          className="grid justify-items-start gap-2 rounded border border-line border-l-4 border-l-alert p-3 not-first:mt-2"
        >
          <p className="wrap-anywhere text-sm">{failure}</p>
          {again ? <Button onClick={again}>Start again</Button> : null}
        </div>
      )}
    </>
  );
}

import { Button } from '#components/ui/button.tsx';

export interface WorkedOfferProps {
  readonly title: string;
  readonly text: string;
  readonly onTake: () => void;
  readonly onDismiss?: () => void;
}

/** Help that changes the tool itself; it can be declined. */
export function WorkedOffer({ title, text, onTake, onDismiss }: WorkedOfferProps) {
  return (
    <section
      aria-label={title}
      className="grid justify-items-start gap-2 rounded border border-edge border-dashed bg-tint p-3"
    >
      <p className="font-semibold text-sm">{title}</p>
      <p className="max-w-prose text-sm">{text}</p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={onTake}>Do it here</Button>
        {onDismiss ? (
          <Button kind="quiet" onClick={onDismiss}>
            No, thanks
          </Button>
        ) : null}
      </div>
    </section>
  );
}

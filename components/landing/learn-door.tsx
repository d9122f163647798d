import { ButtonLink } from '#components/ui/button-link.tsx';
import { Panel } from '#components/ui/panel.tsx';

/** Neither log nor code, but time: situations in which one predicts first. */
export function LearnDoor() {
  return (
    <Panel title="I want to learn">
      <p className="max-w-prose text-sm">
        Situations from real work, some minutes each: say what you expect, change something, and see what
        Spark makes of it. Nothing to install, no account.
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        <ButtonLink href="/learn/skewed-join" prefetch={false}>
          The join that never ends
        </ButtonLink>
        <ButtonLink kind="quiet" href="/learn" prefetch={false}>
          All scenarios
        </ButtonLink>
      </div>
    </Panel>
  );
}

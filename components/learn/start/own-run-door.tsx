import { ButtonLink } from '#components/ui/button-link.tsx';
import { Panel } from '#components/ui/panel.tsx';

/** From a made-up situation to one’s own. */
export function OwnRunDoor() {
  return (
    <Panel title="On your own run">
      <p className="max-w-prose text-sm">
        Open an event log of yours, and predict what is in it before you look: up to five questions, made from
        what the checks found in it.
      </p>
      <p className="mt-3">
        <ButtonLink href="/learn/own-run" prefetch={false}>
          Predict, then look
        </ButtonLink>
      </p>
    </Panel>
  );
}

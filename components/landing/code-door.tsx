import { ButtonLink } from '#components/ui/button-link.tsx';
import { Panel } from '#components/ui/panel.tsx';

/** The way to the Playground; a dropped program finds it by itself. */
export function CodeDoor() {
  return (
    <Panel title="I have PySpark code">
      <p className="max-w-prose text-sm">
        Paste it, or drop a .py file, a notebook or a folder, and see while typing which shuffles, stages and
        jobs Spark will make of it, each with its reason. Nothing is run.
      </p>
      <p className="mt-3">
        <ButtonLink href="/playground" prefetch>
          Open the Playground
        </ButtonLink>
      </p>
    </Panel>
  );
}

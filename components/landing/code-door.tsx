import Link from 'next/link';
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
        <Link
          href="/playground"
          prefetch
          className="inline-flex min-h-8 items-center rounded border border-edge bg-panel px-3 font-medium text-ink text-sm hover:border-accent hover:bg-tint pointer-coarse:min-h-11"
        >
          Open the Playground
        </Link>
      </p>
    </Panel>
  );
}

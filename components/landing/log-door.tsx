import { BrowseButtons } from '#components/shell/files/browse-buttons.tsx';
import { HowToCheck } from '#components/shell/how-to-check.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { Panel } from '#components/ui/panel.tsx';

/** The whole window takes drops; this is where one would aim. */
export function LogDoor() {
  return (
    <Panel title="I have an event log">
      <div className="grid justify-items-center gap-3 rounded border border-edge border-dashed bg-sunken px-4 py-8 text-center">
        <p className="font-medium text-lg">Drop files or a folder here</p>
        <p className="max-w-prose text-soft text-sm">
          Plain, gzip, zstd, lz4, snappy or lzf; one file, a rolling log’s folder, several parts at once, or a
          zip from the History Server.
        </p>
        <BrowseButtons centered />
      </div>
      <p className="mt-3 max-w-prose text-sm">Files are read by this tab and never uploaded.</p>
      <Disclosure summary="How to check">
        <HowToCheck />
      </Disclosure>
    </Panel>
  );
}

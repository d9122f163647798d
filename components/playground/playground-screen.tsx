'use client';
import dynamic from 'next/dynamic';

/** In the browser only: the editor and the graph set styles, which the server may not send. */
const Playground = dynamic(open, {
  ssr: false,
  loading: () => (
    <div className="grid h-[calc(100dvh-3rem)] place-items-center">
      <h1 className="sr-only">Playground</h1>
      <p className="text-soft text-sm">Opening the editor …</p>
    </div>
  ),
});

/** With the program of the last visit, so that no other one shows up first. */
async function open() {
  const [{ Playground }, { begin }] = await Promise.all([
    import('./playground.tsx'),
    import('./last/begin.ts'),
  ]);
  await begin();
  return Playground;
}

export function PlaygroundScreen() {
  return <Playground />;
}

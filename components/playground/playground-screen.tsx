'use client';
import dynamic from 'next/dynamic';

/** In the browser only: the editor and the graph set styles, which the server may not send. */
const Playground = dynamic(() => import('./playground.tsx').then((module) => module.Playground), {
  ssr: false,
  loading: () => (
    <div className="grid h-[calc(100dvh-3rem)] place-items-center">
      <h1 className="sr-only">Playground</h1>
      <p className="text-soft text-sm">Opening the editor …</p>
    </div>
  ),
});

export function PlaygroundScreen() {
  return <Playground />;
}

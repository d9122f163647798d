'use client';
import dynamic from 'next/dynamic';
import type { ScenarioPage } from './scenario-page.ts';

/** In the browser only: what somebody did is known there, and the tools set styles that the server may not send. */
const Player = dynamic(() => import('./scenario-player.tsx').then((module) => module.ScenarioPlayer), {
  ssr: false,
  loading: () => (
    <div className="p-6">
      <h1 className="sr-only">Scenario</h1>
      <p className="text-soft text-sm">Opening the scenario …</p>
    </div>
  ),
});

export function ScenarioScreen({ page }: { readonly page: ScenarioPage }) {
  return <Player page={page} />;
}

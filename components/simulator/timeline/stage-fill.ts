import type { StagePicture } from '../session/run-picture.ts';

export type StageFill = 'scan' | 'broadcast' | 'shuffle' | 'narrow';

/** By what a stage mainly does: read files, send a broadcast, read a shuffle, or all in one. */
export function stageFill({ does }: Pick<StagePicture, 'does'>): StageFill {
  if (does.includes('send to every executor')) return 'broadcast';
  if (does.some((what) => /^read (both )?shuffle/.test(what))) return 'shuffle';
  return does.includes('write shuffle') || does.includes('sample keys') ? 'scan' : 'narrow';
}

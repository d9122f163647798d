import { spanMarks } from './span-marks.ts';

/** Text that is no Python and was left out. */
export const { effect: markBroken, field: brokenMark } = spanMarks('cm-broken');

import { spanMarks } from './span-marks.ts';

/** The code of what is selected in the graph. */
export const { effect: markLinked, field: linkedMark } = spanMarks('cm-linked');

import { plural } from '#lib/base/format.ts';
import type { Answers } from './own-run-answers.ts';

/** From here on somebody was sure. */
const SURE = 4;

/** How the answers went, and how being sure fits with being right. */
export function calibrationWords(answers: Answers): string {
  const all = Object.values(answers).map(({ committed }) => committed);
  const right = all.filter(({ outcome }) => outcome === 'right').length;
  const close = all.filter(({ outcome }) => outcome === 'close').length;
  const sure = all.filter(({ confidence }) => (confidence ?? 0) >= SURE);
  const sureAndRight = sure.filter(({ outcome }) => outcome === 'right').length;
  const result = `${right} of ${plural(all.length, 'answer')} right${close > 0 ? `, ${close} close` : ''}.`;
  if (sure.length === 0) return result;
  return `${result} You were sure of ${sure.length}, and ${sureAndRight} of those ${sureAndRight === 1 ? 'was' : 'were'} right.`;
}

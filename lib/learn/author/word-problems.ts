import { figuresIn } from '../scenario/prose.ts';
import type { ProsePart } from './prose-of.ts';

/** How much a fix brings depends on the run, so no text says that it will. */
const PROMISES =
  /guarantee|\b(will|would) (be|run|get|become|make) \w*(fast|quick|short|cheap)|will (fix|solve|speed|save)|speeds? (it |things )?up|[\d.]+ ?x (faster|less|cheaper|quicker)|times (faster|cheaper|quicker)|always (works|helps)|never fails|for sure|definitely/i;
/** Spark's terms are American, and so is the rest. */
const BRITISH = /\w*(colour|behaviour|neighbour|serialis|optimis|organis|analyse[sd]?\b|catalogue)\w*/i;
/** Longer sentences are read twice. */
const MOST_WORDS_OF_SENTENCE = 35;

/** What is wrong with texts: too long, a promise, a number that nobody computed, a figure that is not there. */
export function wordProblems(
  parts: readonly ProsePart[],
  figures: Readonly<Record<string, unknown>>,
): readonly string[] {
  return parts.flatMap(({ where, text, mostWords }) =>
    problemsOf(text, mostWords, figures).map((problem) => `${where}: ${problem}`),
  );
}

function problemsOf(
  text: string,
  mostWords: number,
  figures: Readonly<Record<string, unknown>>,
): readonly string[] {
  const problems: string[] = [];
  if (text.trim() === '') problems.push('is empty');
  const words = text.split(/\s+/).length;
  if (words > mostWords) problems.push(`has ${words} words, ${mostWords} is the most`);
  const longest = text.split(/[.:;?!](?:\s|$)/).map((sentence) => sentence.trim().split(/\s+/).length);
  if (Math.max(...longest) > MOST_WORDS_OF_SENTENCE)
    problems.push(`has a sentence of ${Math.max(...longest)} words`);
  const promise = PROMISES.exec(text);
  if (promise) problems.push(`promises: "${promise[0]}"`);
  const british = BRITISH.exec(text);
  if (british) problems.push(`is not American: "${british[0]}"`);
  // Code stands between backticks and may hold numbers; all others come from an engine.
  const number = /\S*\d\S*/.exec(text.replace(/`[^`]*`/g, '').replace(/\{\w+\}/g, ''));
  if (number) problems.push(`has a number that no engine computed: "${number[0]}"`);
  for (const name of figuresIn(text))
    if (!Object.hasOwn(figures, name)) problems.push(`shows {${name}}, which is no figure`);
  return problems;
}

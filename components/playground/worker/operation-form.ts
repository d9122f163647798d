import { argumentsOf } from '#lib/pyspark/edit/argument-form.ts';
import { insertionSpots, spotOfEdge } from '#lib/pyspark/edit/insertion-spots.ts';
import { moveChoices } from '#lib/pyspark/edit/move-choices.ts';
import { callOf, operationsOf } from '#lib/pyspark/edit/operation-graph.ts';
import type { ReadProject } from '#lib/pyspark/predict-program.ts';
import type { PythonLanguage } from '#lib/pyspark/syntax/parser.ts';
import { placesOf } from '#lib/pyspark/view/places.ts';
import type { OperationForm } from './protocol.ts';

/** What can be changed of the first operation at a place, and around it. */
export function operationFormOf(
  read: ReadProject,
  place: number,
  upstream: readonly number[],
  language: PythonLanguage,
): OperationForm | undefined {
  const { of } = placesOf(read.program.operations);
  const edited = new Set(operationsOf(read).ats);
  const at = of.findIndex((each, index) => each === place && edited.has(index));
  if (at < 0) return undefined;
  const insertion = insertionSpots(read, at);
  const givers = of.flatMap((each, index) => (upstream.includes(each) ? index : []));
  const here = givers.length === 0 ? undefined : spotOfEdge(read, insertion.spots, at, givers)?.label;
  return {
    ...{ at, form: argumentsOf(read, at), givesFrame: (callOf(read, at)?.gives.kind ?? 'frame') === 'frame' },
    ...{ insertion, here, moves: moveChoices(read, at, language) },
  };
}

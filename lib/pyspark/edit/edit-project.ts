import type { PredictOptions, Sources } from '../predict.ts';
import { type ReadProject, readProject } from '../predict-program.ts';
import { applyEdits } from './apply-edits.ts';
import { whyNotIntended } from './check-edit.ts';
import { editProgram } from './edit-program.ts';
import type { EditAnswer, GraphEdit } from './graph-edit.ts';

/**
 * An edit of a program's graph as an edit of its text. The new text is read again before anybody sees it: an edit after
 * which the graph would not be the intended one is refused. `read` is the project as it is, with its calls.
 */
export async function editProject(
  sources: Sources,
  main: string,
  options: PredictOptions,
  edit: GraphEdit,
  read?: ReadProject,
): Promise<EditAnswer> {
  const before = read ?? (await readProject(sources, main, options, { calls: true }));
  const answer = editProgram(before, edit, options.language);
  if (!answer.ok) return answer;
  const after = await readProject(applyEdits(sources, answer.edits), main, options, { calls: true });
  const why = whyNotIntended(before, after, answer);
  return why === undefined ? answer : { ok: false, why };
}

import type { ReadProject } from '../predict-program.ts';
import type { PythonLanguage } from '../syntax/parser.ts';
import { changeArguments } from './argument-edits.ts';
import { cacheResult, uncacheResult } from './cache-edits.ts';
import { deleteOperation } from './delete-operation.ts';
import type { EditAnswer, GraphEdit, PlannedEdit } from './graph-edit.ts';
import { insertOperation } from './insert-operation.ts';
import { hintJoin } from './join-hint.ts';
import { changeJoinType } from './join-type.ts';
import { moveOperation } from './move-operation.ts';
import { Refused } from './refused.ts';
import { swapJoin } from './swap-join.ts';

/**
 * The smallest change of a program's text that makes an edit of its graph, or why there is none. What the new text gives
 * is not looked at here: see `editProject`.
 */
export function editProgram(read: ReadProject, edit: GraphEdit, language: PythonLanguage): EditAnswer {
  try {
    return { ok: true, ...plan(read, edit, language) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { message: why, others } = error;
    return { ok: false, why, ...(others ? { others } : {}) };
  }
}

function plan(read: ReadProject, edit: GraphEdit, language: PythonLanguage): PlannedEdit {
  switch (edit.kind) {
    case 'delete':
      return deleteOperation(read, edit);
    case 'insert':
      return insertOperation(read, edit, language);
    case 'move':
      return moveOperation(read, edit);
    case 'arguments':
      return changeArguments(read, edit, language);
    case 'hint':
      return hintJoin(read, edit, language);
    case 'cache':
      return cacheResult(read, edit);
    case 'uncache':
      return uncacheResult(read, edit);
    case 'join-type':
      return changeJoinType(read, edit);
    case 'swap-join':
      return swapJoin(read, edit);
  }
}

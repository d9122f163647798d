import { consoleDraft } from '#components/analyze/console/console-draft.ts';
import { lendConsole } from '#components/analyze/console/console-run.ts';
import { lendAnalysis } from '#components/analyze/session/analysis-session.ts';
import { exists } from '#lib/base/assert.ts';
import { fetchLog } from '../worker/fetch-log.ts';
import type { BorrowedTool } from './borrowed-tool.ts';

/** The analysis, with the log of a workspace and its SQL in the console. */
export const analyzerTool: BorrowedTool = {
  lend: ({ workspace }) => {
    const log = exists(workspace.log, 'a log for the analyzer');
    const giveBack = [lendAnalysis(`scenario ${log}`, () => fetchLog(log)), lendConsole(workspace.sql ?? '')];
    return () => {
      for (const give of giveBack) give();
    };
  },
  show: ({ sql }) => consoleDraft.set({ ...consoleDraft.get(), sql: sql ?? '' }),
  read: ({ workspace }) => {
    const { sql } = consoleDraft.get();
    return sql === (workspace.sql ?? '') ? workspace : { ...workspace, sql };
  },
  subscribe: consoleDraft.subscribe,
};

import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import type { EditorState, TransactionSpec } from '@codemirror/state';
import type { Severity } from '#lib/model/insight.ts';
import type { Finding } from '../worker/protocol.ts';

const LEVELS: Readonly<Record<Severity, Diagnostic['severity']>> = {
  high: 'error',
  medium: 'warning',
  low: 'info',
  info: 'hint',
};

/** The findings of a file as the editor underlines them, each with its fix. */
export function showFindings(state: EditorState, findings: readonly Finding[]): TransactionSpec {
  const { doc } = state;
  const diagnostics = findings
    .filter(({ from, to }) => from <= to && to <= doc.length)
    .map(
      ({ id, title, message, severity, from, to, fix }): Diagnostic => ({
        from,
        to,
        severity: LEVELS[severity],
        source: `${id}, ${severity}`,
        message: `${title}. ${message}`,
        actions: fix
          ? [
              {
                name: fix.title,
                // The fix was made for this very text.
                apply: (view) => {
                  if (!view.state.doc.eq(doc)) return;
                  const changes = fix.edits.map((edit) => ({
                    from: edit.from,
                    to: edit.to,
                    insert: edit.text,
                  }));
                  view.dispatch({ changes, userEvent: 'input.fix' });
                },
              },
            ]
          : [],
      }),
    );
  return setDiagnostics(state, diagnostics);
}

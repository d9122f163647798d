import { EditorView } from '@codemirror/view';

/** Beside the theme of all editors: it fills its pane, and has marks of its own. */
export const playgroundTheme = EditorView.theme({
  '&': { height: '100%' },
  '.cm-scroller': { maxHeight: 'none', minHeight: '0' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--tint) 60%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'var(--tint)', color: 'var(--ink)' },
  '.cm-linked': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 22%, transparent)',
    boxShadow: '0 2px 0 var(--accent)',
    fontWeight: '600',
  },
  '.cm-broken': { textDecoration: 'underline wavy var(--alert)', textUnderlineOffset: '4px' },
  '.cm-cell-head': {
    fontFamily: 'var(--font-sans)',
    fontSize: '0.75rem',
    color: 'var(--faint)',
    borderTop: '1px solid var(--line)',
    padding: '4px 8px 2px',
  },
  '.cm-frame': {
    padding: '8px 10px',
    maxWidth: '26rem',
    fontFamily: 'var(--font-sans)',
    fontSize: '0.8125rem',
  },
  '.cm-frame-head': { fontWeight: '600', display: 'flex', gap: '8px', alignItems: 'center' },
  '.cm-frame-origin': {
    fontSize: '0.75rem',
    fontWeight: '500',
    color: 'var(--soft)',
    border: '1.5px dashed var(--edge)',
    borderRadius: '6px',
    padding: '0 6px',
  },
  '.cm-frame-columns': { fontFamily: 'var(--font-mono)', fontSize: '0.75rem', margin: '4px 0' },
  '.cm-diagnostic': {
    padding: '6px 10px',
    maxWidth: '28rem',
    fontSize: '0.8125rem',
    borderLeft: '4px solid var(--edge)',
  },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--ink)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--soft)' },
  '.cm-diagnosticAction': {
    backgroundColor: 'var(--ink)',
    color: 'var(--page)',
    borderRadius: '6px',
    padding: '2px 8px',
    marginLeft: '0',
    marginTop: '4px',
    display: 'block',
  },
  '.cm-diagnosticSource': { color: 'var(--soft)', opacity: '1', fontSize: '0.75rem' },
  '.cm-lint-marker': { width: '13px', height: '12px', marginTop: '4px' },
  '.cm-lint-marker-error': { content: 'normal', background: bars(3) },
  '.cm-lint-marker-warning': { content: 'normal', background: bars(2) },
  '.cm-lint-marker-info': { content: 'normal', background: bars(1) },
  '.cm-lint-marker-hint': { content: 'normal', background: bars(0) },
  '.cm-lintRange': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--worse)',
    textUnderlineOffset: '4px',
    textDecorationThickness: '1.5px',
  },
  '.cm-lintRange-info, .cm-lintRange-hint': { textDecorationStyle: 'dotted' },
});

/** As everywhere, severity is bars and a word, and no color. */
function bars(filled: number): string {
  const stops = [0, 1, 2].map((bar) => {
    const color = bar < filled ? 'var(--ink)' : 'color-mix(in srgb, var(--edge) 45%, transparent)';
    return `${color} ${bar * 5}px ${bar * 5 + 3}px, transparent ${bar * 5 + 3}px ${bar * 5 + 5}px`;
  });
  return `linear-gradient(90deg, ${stops.join(', ')})`;
}

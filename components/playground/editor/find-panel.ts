import { search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';

/** Find and replace at the top of the editor, in the app's words and tokens. A replacement is one undo step. */
export function findPanel(): Extension {
  return [search({ top: true }), keymap.of(searchKeymap), EditorState.phrases.of(WORDS), theme];
}

const WORDS: Readonly<Record<string, string>> = {
  next: 'Next',
  previous: 'Previous',
  all: 'Select all',
  'match case': 'Match case',
  regexp: 'Regular expression',
  'by word': 'Whole words',
  replace: 'Replace',
  'replace all': 'Replace all',
  close: 'Close the search',
};

const theme = EditorView.theme({
  '.cm-panels': { backgroundColor: 'var(--panel)', color: 'var(--ink)', fontFamily: 'var(--font-sans)' },
  '.cm-panels-top': { borderBottom: '1px solid var(--line)' },
  '.cm-panel.cm-search': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 6px',
    padding: '6px 40px 6px 8px',
  },
  '.cm-panel.cm-search br': { flexBasis: '100%', height: '0', content: '""' },
  '.cm-panel.cm-search input, .cm-panel.cm-search button, .cm-panel.cm-search label': { margin: '0' },
  '.cm-panel.cm-search label': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    minHeight: '24px',
    color: 'var(--soft)',
    fontSize: '0.8125rem',
  },
  '.cm-panel.cm-search input[type=checkbox]': { accentColor: 'var(--accent)', width: '16px', height: '16px' },
  '.cm-textfield': {
    flex: '1 1 8rem',
    minWidth: '6rem',
    maxWidth: '16rem',
    minHeight: '28px',
    padding: '0 8px',
    border: '1px solid var(--edge)',
    borderRadius: '6px',
    backgroundColor: 'var(--panel)',
    color: 'var(--ink)',
    fontFamily: 'var(--font-mono)',
    fontSize: '0.8125rem',
  },
  '.cm-textfield::placeholder': { color: 'var(--faint)' },
  '.cm-button': {
    minHeight: '28px',
    padding: '0 8px',
    border: '1px solid var(--edge)',
    borderRadius: '6px',
    backgroundColor: 'var(--panel)',
    backgroundImage: 'none',
    color: 'var(--ink)',
    fontSize: '0.8125rem',
  },
  '.cm-button:hover': { backgroundColor: 'var(--tint)', borderColor: 'var(--accent)' },
  '.cm-button:active': { backgroundImage: 'none' },
  '.cm-panel.cm-search [name=close]': {
    top: '4px',
    right: '4px',
    width: '28px',
    height: '28px',
    borderRadius: '6px',
    color: 'var(--soft)',
    fontSize: '1rem',
  },
  '.cm-panel.cm-search [name=close]:hover': { backgroundColor: 'var(--tint)', color: 'var(--ink)' },
  // A line below as well: a tone alone is easily missed.
  '.cm-searchMatch': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 16%, transparent)',
    boxShadow: '0 1px 0 var(--accent)',
  },
  '.cm-searchMatch.cm-searchMatch-selected': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 38%, transparent)',
    outline: '1px solid var(--accent)',
  },
});

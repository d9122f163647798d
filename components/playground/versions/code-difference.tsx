'use client';
import { python } from '@codemirror/lang-python';
import { MergeView } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { documentNonce } from '#components/ui/document-nonce.ts';
import { codeHighlighting, editorTheme } from '#components/ui/editor-theme.ts';
import type { ChangedFile } from './kept-version.ts';

export interface CodeDifferenceProps {
  readonly file: ChangedFile;
}

/** Longer comparisons fall back to whole lines, so that two texts that have nothing in common do not hang the page. */
const DIFF = { scanLimit: 2000, timeout: 200 };

/** A file before and now, side by side. What is unchanged is folded. */
export function CodeDifference({ file }: CodeDifferenceProps) {
  const box = useRef<HTMLDivElement>(null);
  const { path, before, after } = file;
  useEffect(() => {
    if (!box.current) return;
    const merge = new MergeView({
      parent: box.current,
      a: { doc: before, extensions: readOnly(`${path} before`) },
      b: { doc: after, extensions: readOnly(`${path} now`) },
      diffConfig: DIFF,
      gutter: true,
      collapseUnchanged: { margin: 2, minSize: 6 },
    });
    return () => merge.destroy();
  }, [path, before, after]);
  return (
    <section aria-label={`Code of ${path}`} className="min-w-0">
      <h3 className="flex justify-between pb-1 font-semibold text-sm">
        {path} <span className="font-normal text-soft">before on the left, now on the right</span>
      </h3>
      <div ref={box} className="max-h-96 overflow-auto rounded border border-line" />
    </section>
  );
}

function readOnly(label: string): Extension {
  const nonce = documentNonce();
  return [
    ...(nonce ? [EditorView.cspNonce.of(nonce)] : []),
    EditorState.readOnly.of(true),
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
    lineNumbers(),
    python(),
    codeHighlighting,
    editorTheme,
    EditorView.lineWrapping,
  ];
}

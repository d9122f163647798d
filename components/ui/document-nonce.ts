/**
 * The nonce of the document's policy, for libraries that add <style> or <script> elements while running
 * (CodeMirror's `EditorView.cspNonce`, for one). Browsers hide it from selectors, not from scripts.
 */
export function documentNonce(): string | undefined {
  return document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce || undefined;
}

/** The panel's code, fetched when it is first opened or ahead in a quiet moment. */
export async function loadExplainPanel() {
  return { default: (await import('./explain-panel.tsx')).ExplainPanel };
}

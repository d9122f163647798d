/** Runs work in a quiet moment after the page has woken up; the returned function calls it off. */
export function whenIdle(work: () => void): () => void {
  // Safari has no requestIdleCallback.
  if (typeof requestIdleCallback !== 'function') {
    const handle = setTimeout(work, 1000);
    return () => clearTimeout(handle);
  }
  const handle = requestIdleCallback(work, { timeout: 3000 });
  return () => cancelIdleCallback(handle);
}

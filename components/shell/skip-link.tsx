/** The first tab stop of every page. */
export function SkipLink() {
  return (
    <a
      href="#content"
      className="fixed top-2 left-2 z-50 rounded bg-ink px-3 py-2 font-medium text-page text-sm not-focus:sr-only"
    >
      Skip to the content
    </a>
  );
}

/** Two streams that cross inside a diamond: rows of one stage finding their partition of the next. */
export function BrandMark() {
  return (
    <svg
      aria-hidden="true"
      width="20"
      height="20"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    >
      <path d="M10 1.2 18.8 10 10 18.8 1.2 10Z" strokeLinejoin="round" />
      <path
        d="M5.6 8H8l4 4h2.4M5.6 12H8l1.2-1.2M10.8 9.2 12 8h2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

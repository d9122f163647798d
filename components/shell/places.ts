export interface Place {
  readonly id: string;
  readonly label: string;
  readonly href: `/${string}`;
  /** The second key of "g then …". */
  readonly key: string;
}

/** The places that exist, in the order of the bar. A new place is one line here and its route in app/. */
export const places: readonly Place[] = [
  { id: 'learn', label: 'Learn', href: '/learn', key: 'l' },
  { id: 'playground', label: 'Playground', href: '/playground', key: 'p' },
  { id: 'simulator', label: 'Simulator', href: '/simulator', key: 's' },
  { id: 'analyze', label: 'Analyze', href: '/analyze', key: 'a' },
  { id: 'reference', label: 'Reference', href: '/reference', key: 'r' },
];

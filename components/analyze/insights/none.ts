/** In the address instead of an insight: all are closed. */
export const NONE = 'none';

/** Heights of a sketch go from 0 to this: proportions count, not heights. */
export const TALLEST = 100;

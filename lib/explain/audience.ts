/** Whom an explanation is for. */
export const AUDIENCES = ['new', 'daily', 'expert'] as const;
export type Audience = (typeof AUDIENCES)[number];

export const AUDIENCE_NAMES: Readonly<Record<Audience, string>> = {
  new: 'New to Spark',
  daily: 'Daily user',
  expert: 'Expert',
};

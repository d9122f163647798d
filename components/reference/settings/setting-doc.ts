/** A setting that a rule or a detector of ours reads. Defaults are those of Spark's SQLConf and its configuration page. */
export interface SettingDoc {
  readonly name: string;
  readonly group: string;
  readonly default: string;
  /** `session`: can be changed while a session runs; `start`: only when the application starts. */
  readonly set: 'session' | 'start';
  readonly about: string;
  readonly more?: string;
}

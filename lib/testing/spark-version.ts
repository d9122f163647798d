/** Which fields a Spark version writes. */
export class SparkVersion {
  readonly name: string;
  private readonly number: number;

  constructor(name: string) {
    this.name = name;
    this.number = ordered(name);
  }

  isAtLeast(version: string): boolean {
    return this.number >= ordered(version);
  }
}

/** 3.5.8 -> 305 */
function ordered(version: string): number {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  return major * 100 + minor;
}

/** Thrown when a program would keep the interpreter busy for longer than anybody waits; caught at the top. */
export class OutOfBudget extends Error {}

/** Limits that keep every text below a second; programs that people write use a hundredth of them. */
export const LIMITS = {
  /** Expressions and statements gone through. */
  steps: 100_000,
  /** Of them in one loop; what follows the loop is still gone through. */
  loop: 12_000,
  /** Calls of the program's functions inside each other. */
  depth: 40,
  /** Turns of one `while` whose condition is known. */
  turns: 1_000,
  /** Calls on Spark objects. */
  operations: 20_000,
} as const;

export class Budget {
  private left: number = LIMITS.steps;

  get spent(): number {
    return LIMITS.steps - this.left;
  }

  spend(steps = 1): void {
    this.left -= steps;
    if (this.left < 0) throw new OutOfBudget();
  }
}

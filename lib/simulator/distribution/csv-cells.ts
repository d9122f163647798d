/**
 * Splits delimited text into rows while it arrives: quoted cells may hold the delimiter, line ends and doubled quotes
 * (RFC 4180). Empty lines are passed over. A cell is cut at `maxCell` characters, a row at `maxCells` cells, so that a
 * file that is something else takes no memory to speak of.
 */
export class CsvRows {
  readonly #delimiter: string;
  readonly #maxCell: number;
  readonly #maxCells: number;
  #cell = '';
  #row: string[] = [];
  #state: 'plain' | 'quoted' | 'after-quote' = 'plain';
  #wasReturn = false;

  constructor(delimiter: string, maxCell: number, maxCells: number) {
    this.#delimiter = delimiter;
    this.#maxCell = maxCell;
    this.#maxCells = maxCells;
  }

  /** The rows that this piece of text completes. */
  *add(text: string): Generator<readonly string[]> {
    for (const char of text) {
      const isSecondOfLineEnd = this.#wasReturn && char === '\n';
      this.#wasReturn = char === '\r' && this.#state !== 'quoted';
      if (isSecondOfLineEnd) continue;
      if (this.#state === 'quoted') {
        if (char === '"') this.#state = 'after-quote';
        else this.#take(char);
      } else if (char === '"' && this.#state === 'after-quote') {
        this.#take(char);
        this.#state = 'quoted';
      } else if (char === '"' && this.#cell === '') this.#state = 'quoted';
      else if (char === this.#delimiter) this.#endCell();
      else if (char === '\n' || char === '\r') {
        const row = this.#endRow();
        if (row) yield row;
      } else this.#take(char);
    }
  }

  /** The last row, where no line end follows it. */
  end(): readonly string[] | undefined {
    return this.#endRow();
  }

  #take(char: string): void {
    if (this.#cell.length < this.#maxCell) this.#cell += char;
  }

  #endCell(): void {
    if (this.#row.length < this.#maxCells) this.#row.push(this.#cell);
    this.#cell = '';
    this.#state = 'plain';
  }

  #endRow(): readonly string[] | undefined {
    const isEmpty = this.#row.length === 0 && this.#cell === '';
    this.#endCell();
    const row = this.#row;
    this.#row = [];
    return isEmpty ? undefined : row;
  }
}

/** The delimiter that the first line has most of. */
export function delimiterOf(firstLine: string): string {
  const countOf = (delimiter: string) => firstLine.split(delimiter).length - 1;
  return [',', ';', '\t', '|'].reduce((best, each) => (countOf(each) > countOf(best) ? each : best));
}

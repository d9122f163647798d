/** Runs one SQL statement over the tables; detectors and screens get this, never a connection. */
export type QueryRunner = <Row = Readonly<Record<string, unknown>>>(sql: string) => Promise<readonly Row[]>;

/**
 * Bounds that keep a hostile or broken file from taking the browser's memory or time. Each is far above what
 * real logs need.
 */

/** A log in a zip in a tar.gz is three; deeper nesting is a mistake or an attack. */
export const MAX_ARCHIVE_DEPTH = 3;

/** Archive entries looked at in one go: a rolled log has hundreds of files, a History Server thousands. */
export const MAX_ARCHIVE_ENTRIES = 20_000;

/**
 * Bytes that may come out of the archives in one given file per byte of that file, while looking for logs. Spark's logs
 * shrink at most 42-fold (measured); a zip bomb starts at 1,000.
 */
export const MAX_EXPANSION = 500;

/** Below this the expansion does not matter: small files of blanks shrink without limit. */
export const FREE_EXPANSION_BYTES = 256 * 1024 * 1024;

/**
 * A zip inside another archive has to be copied out before it can be read (its table of contents is at its
 * end), and in Node the copy is in memory.
 */
export const MAX_NESTED_ZIP_BYTES = 256 * 1024 * 1024;

/** The longest lines of Spark are about 1 MB (plans); without a line break for so long, it is no log. */
export const MAX_LINE_BYTES = 64 * 1024 * 1024;

/** Where an event has to show up for a file to be a log. */
export const HEAD_BYTES = 64 * 1024;

/** Where the application's name and start are looked for: they follow the environment, which can take 350 KB. */
export const APPLICATION_HEAD_BYTES = 1024 * 1024;

import { PythonDocument, type PythonLanguage } from './parser.ts';

/** Whether a text is Python from end to end: also nothing is missing in it that a reader would put in by itself. */
export function isPython(language: PythonLanguage, text: string): boolean {
  const python = new PythonDocument(language, text);
  try {
    return !python.syntax.rootNode.hasError;
  } finally {
    python.close();
  }
}

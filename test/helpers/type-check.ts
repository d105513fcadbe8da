import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** What TypeScript says of code that is in no file of its own. */

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  moduleDetection: ts.ModuleDetectionKind.Force,
  types: ['node'],
  // Examples in JavaScript are held to what they import and call, not to types that they do not write.
  allowJs: true,
  checkJs: true,
  strict: false,
  skipLibCheck: true,
  noEmit: true,
};

interface Piece {
  file: string;
  line: number;
  language: string;
  code: string;
}

const wordsOf = ({ messageText }: ts.Diagnostic): string => ts.flattenDiagnosticMessageText(messageText, ' ');

export const syntaxMistakesIn = (code: string, fileName: string): string[] =>
  ts
    .transpileModule(code, {
      fileName,
      reportDiagnostics: true,
      compilerOptions: { ...OPTIONS, jsx: ts.JsxEmit.Preserve },
    })
    .diagnostics!.map(wordsOf);

/** The pieces of one text find each other by the names that their first lines give. */
function nameOf({ file, line, language, code }: Piece): string {
  const [, name = `line-${line}.${language}`] = /^\/\/ (\S+\.m?js)\n/.exec(code) ?? [];
  return join(ROOT, `${file}.blocks`, name);
}

export function mistakesIn(pieces: Piece[]): string[] {
  const files = new Map(pieces.map((piece) => [nameOf(piece), piece.code]));
  const host = ts.createCompilerHost(OPTIONS, true);
  const { fileExists, readFile, directoryExists } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.directoryExists = (name) =>
    [...files.keys()].some((file) => dirname(file) === name) || directoryExists!(name);
  const program = ts.createProgram([...files.keys()], OPTIONS, host);
  return ts.getPreEmitDiagnostics(program).map((mistake) => {
    const place = mistake.file?.fileName.replace(ROOT, '') ?? '';
    return `${place}: ${wordsOf(mistake)}`;
  });
}

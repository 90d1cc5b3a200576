import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a reader, and a screen reader, gets of a PDF. */
export interface ReadPdf {
  /** Text of each page, in the order of its content. */
  readonly pages: readonly string[];
  readonly isTagged: boolean;
  readonly language: string | undefined;
  /** Headings in the order of the tags. */
  readonly headings: readonly { readonly level: number }[];
  /** Names of fonts that a reader would have to have itself. */
  readonly fontsNotEmbedded: readonly string[];
}

interface Node {
  readonly role?: string;
  readonly children?: readonly Node[];
}

/** Reads a PDF. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  const pages: string[] = [];
  const headings: { level: number }[] = [];
  const missing = new Set<string>();
  const walk = ({ role = '', children = [] }: Node) => {
    const level = /^H([1-6])$/.exec(role)?.[1];
    if (level) headings.push({ level: Number(level) });
    children.forEach(walk);
  };
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(
      items
        .map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''))
        .join('')
        .replaceAll(/\s+/g, ' '),
    );
    const tree = (await page.getStructTree()) as Node | null;
    if (tree) walk(tree);
    const { fnArray, argsArray } = await page.getOperatorList();
    for (const [at, operator] of fnArray.entries()) {
      if (operator !== OPS.setFont) continue;
      const font = page.commonObjs.get(argsArray[at][0]) as { name: string; missingFile?: boolean };
      if (font.missingFile) missing.add(font.name);
    }
  }
  const mark: unknown = await pdf.getMarkInfo();
  const { info } = (await pdf.getMetadata()) as { info: { Language?: string } };
  await task.destroy();
  return {
    ...{ pages, headings, fontsNotEmbedded: [...missing] },
    isTagged: mark instanceof Map && mark.get('Marked') === true,
    language: info.Language,
  };
}

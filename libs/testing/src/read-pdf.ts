import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface Node {
  readonly role?: string;
  readonly children?: readonly Node[];
  readonly type?: string;
}

export interface PdfRead {
  readonly title: string | undefined;
  readonly language: string | undefined;
  readonly isMarked: boolean;
  readonly showsTitle: boolean;
  /** Of each page, its text with a line's end after each line. */
  readonly pages: readonly string[];
  /** Roles of the structure, in order, `H2` and the like. */
  readonly roles: readonly string[];
  /** Sizes of the text that is drawn, in points. */
  readonly sizes: readonly number[];
  /** Of the first page, what is drawn and where: points from the lower left corner. */
  readonly places: readonly { readonly text: string; readonly x: number; readonly y: number }[];
}

const rolesIn = (node: Node | null): string[] =>
  node ? [...(node.role ? [node.role] : []), ...(node.children ?? []).flatMap(rolesIn)] : [];

/** Opens a PDF again with a parser that knows nothing of how it was made. */
export async function readPdf(bytes: Uint8Array): Promise<PdfRead> {
  const document = await getDocument({
    data: new Uint8Array(bytes),
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  }).promise;
  const { info } = await document.getMetadata();
  const mark = await document.getMarkInfo();
  const preferences = await document.getViewerPreferences();
  const pages: string[] = [];
  const roles: string[] = [];
  const drawn: { page: number; text: string; size: number; x: number; y: number }[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map(item => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''));
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [, , , size = 0, x = 0, y = 0] = item.transform as number[];
      drawn.push({ page: number, text: item.str, size, x, y });
    }
    roles.push(...rolesIn(await page.getStructTree()));
  }
  await document.destroy();
  const told = info as Readonly<Record<string, unknown>>;
  return {
    title: told['Title'] as string | undefined,
    language: told['Language'] as string | undefined,
    isMarked: mark?.Marked === true,
    showsTitle: preferences !== null && Reflect.get(preferences, 'DisplayDocTitle') === true,
    pages,
    roles,
    sizes: drawn.map(({ size }) => size),
    places: drawn.filter(({ page }) => page === 1),
  };
}

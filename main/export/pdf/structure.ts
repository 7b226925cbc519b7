import type { PDFContext, PDFObject, PDFRef } from "pdf-lib"
import { PDFHexString } from "pdf-lib"
import { ROLES } from "./reading.ts"
import type { Part, Reading } from "./reading.ts"

/** The tree while its objects are made. */
interface Tree {
  readonly context: PDFContext
  /** The file's pages, in order. */
  readonly pages: readonly PDFRef[]
  /** The object of each part. */
  readonly refs: Map<Part, PDFRef>
}

/**
 * The structure tree of a file: a document of articles, each with its headings, paragraphs and
 * pictures in the order that they are read.
 * Entries that readers do without are left out: there is one of these objects a paragraph.
 * Source: PDF 1.7, 14.7.2 and 14.8.4.
 */
export function structureTree(
  context: PDFContext,
  reading: Reading,
  pages: readonly PDFRef[],
): PDFRef {
  const tree: Tree = { context, pages, refs: new Map() }
  const root = context.nextRef()
  const document = context.nextRef()
  const articles = [...reading.articles.values()].map((parts) => {
    const article = context.nextRef()
    const kids = [...parts.values()].map((part) => partObject(tree, part, article))
    context.assign(article, context.obj({ S: "Art", P: document, K: kids }))
    return article
  })
  context.assign(document, context.obj({ S: "Document", P: root, K: articles }))
  context.assign(
    root,
    context.obj({
      Type: "StructTreeRoot",
      K: document,
      RoleMap: ROLES,
      ParentTree: context.register(parentTree(tree, reading)),
      ParentTreeNextKey: pages.length,
    }),
  )
  return root
}

/** The element of a part. */
function partObject(tree: Tree, part: Part, parent: PDFRef): PDFRef {
  const { context, pages, refs } = tree
  const { kind, figure, places } = part
  const first = places[0]!.page
  const element = context.obj({
    S: kind,
    P: parent,
    Pg: pages[first]!,
    K: contentOf(tree, part, first),
    Alt: figure ? PDFHexString.fromText(figure.alt) : undefined,
    A: figure ? { O: "Layout", Placement: "Block", BBox: [...figure.box] } : undefined,
  })
  const ref = context.register(element)
  refs.set(part, ref)
  return ref
}

/** The marks of a part: numbers on its own page, references on the pages that it goes on over. */
function contentOf({ context, pages }: Tree, { places }: Part, first: number): PDFObject {
  const kids = places.map(({ page, mark }) =>
    page === first ? mark : { Type: "MCR", Pg: pages[page]!, MCID: mark },
  )
  // One kid stands without an array.
  return kids.length === 1 ? context.obj(kids[0] as number) : context.obj(kids)
}

/** For each page the elements that its marks belong to, so that a reader finds them from the page. */
function parentTree({ context, refs }: Tree, { pages }: Reading): PDFObject {
  return context.obj({
    Nums: pages.flatMap((parts, page) => [page, parts.map((part) => refs.get(part)!)]),
  })
}

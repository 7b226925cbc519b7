import { newDocument, openDocument, type OpenDocument } from "../../layouts/issue/document.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Marked } from "../../layouts/proof/mark-words.ts"
import type { DocumentName } from "./contract.ts"

/** The first state of a new issue's documents: what the log begins with. */
export function firstStates(issue: Issue): Readonly<Record<DocumentName, Uint8Array>> {
  const document = newDocument(issue)
  return { content: document.state("content"), marks: document.state("marks") }
}

/** One update that holds all that many led to. Throws when they are no updates. */
export function condensed(document: DocumentName, updates: readonly Uint8Array[]): Uint8Array {
  const opened = document === "content" ? openDocument(updates, []) : openDocument([], updates)
  return opened.state(document)
}

/** Whether bytes are an update that a document can take in; one that is not would poison the log. */
export function isUpdate(update: Uint8Array): boolean {
  try {
    openDocument([update], [])
    return true
  } catch {
    return false
  }
}

/** The updates of an issue's documents. */
type Stored = Readonly<Record<DocumentName, readonly Uint8Array[]>>

/** The document that an issue's stored updates lead to. */
export function documentOf({ content, marks }: Stored): OpenDocument {
  return openDocument(content, marks)
}

/** The issue that its stored updates lead to, with its proof marks. */
export function markedIssueOf(documents: Stored): Marked {
  const opened = documentOf(documents)
  return { issue: opened.issue(), marks: opened.marks() }
}

/** The issue that its stored updates lead to. */
export function issueOf(documents: Stored): Issue {
  return documentOf(documents).issue()
}

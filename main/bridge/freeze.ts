import { existsSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import type { IssueStore } from "../files/issue-store.ts"
import type { FrozenDraft } from "../pressroom/frozen-draft.ts"
import { writeDurably } from "../files/whole.ts"
import { done, fault, type Result } from "../result.ts"
import type { FreezeOrder, FrozenProof, StoredProof } from "./contract.ts"
import type { Exports } from "./export.ts"

/** What a proof on paper is: no marks for a printer, but those of the readers. */
const PROOF = { as: "proofs", marks: false, notes: true } as const

/** Writes a sound proof's PDF to a path of the person's choice, whole or not at all, and over no file. */
export function copyProof({ file }: Pick<FrozenProof, "file">, out: string): Result<null> {
  if (existsSync(out))
    return fault(
      `${out} 已经有了，没有写；请换个名字。`,
      `${out} is there already and was left alone; choose another name.`,
    )
  try {
    writeDurably(out, readFileSync(file))
    return done(null)
  } catch (cause) {
    const { message } = cause as Error
    return fault(`写不了 ${out}：${message}。`, `${out} cannot be written: ${message}.`)
  }
}

/**
 * Freezes a page as its next proof (大样): its PDF and what it is compared with later are made in the
 * pressroom from what is on the disk, and kept with the issue for good.
 */
export async function freezeProof(
  order: FreezeOrder,
  store: IssueStore,
  exports: Exports,
): Promise<Result<StoredProof>> {
  const { page, at, who, role, state, breaks, press } = order
  const number = store.nextProof(page)
  const out = join(store.path, "proofs", `draft-${process.pid}-${number}.pdf`)
  const beside = `${out}.json`
  try {
    const made = await exports.run(
      {
        ...{ issue: store.path, pages: [page], kind: "pdf", at, breaks, out },
        ...(press ? { as: "pages", marks: true, ...press } : PROOF),
        ...{ dpi: 300, pictures: "colour", replace: true },
        slug: { state, proof: `大样 ${number}` },
      },
      store,
      beside,
    )
    if (!made.ok) return made
    const { list, frozen } = JSON.parse(readFileSync(beside, "utf8")) as FrozenDraft
    return store.keepProof({
      ...{ page, number, at, who, role, state, list },
      pdf: readFileSync(out),
      content: new TextEncoder().encode(JSON.stringify(frozen)),
    })
  } catch (cause) {
    const { code, message } = cause as { readonly code?: unknown; readonly message: string }
    if (typeof code !== "string") throw cause
    return fault(`大样没有存下来：${message}。`, `The proof was not kept: ${message}.`)
  } finally {
    for (const path of [out, beside]) rmSync(path, { force: true })
  }
}

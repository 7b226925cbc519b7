import type { Finding } from "../finding.ts"
import type { Page } from "../issue/page.ts"
import { bracedWords, type Answers } from "../templates/placeholders.ts"
import type { Imprint } from "../issue/imprint.ts"

/** Fields that page 1 has to print. Source: reference/domain.md 2.6. */
const FRONT = [
  "serial",
  "cn",
  "post",
  "authority",
  "publisher",
  "address",
  "phone",
  "printer",
  "price",
] as const satisfies readonly (keyof Imprint)[]

/** Names of fields whose lack is worth a word; motto and channels are a paper's own choice. */
const NAMES: Readonly<Record<Exclude<keyof Imprint, "motto" | "channels">, readonly string[]>> = {
  serial: ["总期号", "issue number"],
  cn: ["CN 号", "CN number"],
  post: ["邮发代号", "postal code of distribution"],
  authority: ["主管单位", "authority"],
  publisher: ["主办和出版单位", "publisher"],
  address: ["社址", "address"],
  postcode: ["邮政编码", "postcode"],
  phone: ["电话", "phone"],
  printer: ["印刷单位", "printer"],
  price: ["定价", "price"],
  editor: ["责任编辑", "editor"],
  designer: ["版式", "designer"],
  reader: ["校对", "proofreader"],
}

/**
 * Says once for a page what its paper should print but is not known: a warning on a page with a
 * masthead, where rules demand it, else a note of what its furniture would print. Nothing of a page
 * whose furniture asks for nothing: its words were typed in.
 */
export function imprintMissing(page: Page, answers: Answers): readonly Finding[] {
  const texts = page.furniture.flatMap((piece) => (piece.kind === "text" ? [piece] : []))
  const asked = new Set(texts.flatMap(({ text }) => bracedWords(text)))
  if (asked.size === 0) return []
  const front = texts.some(({ role }) => role === "masthead")
  const required: readonly string[] = front ? FRONT : []
  const isBlank = (field: string): boolean => (answers[field] ?? "").trim() === ""
  const fields = Object.entries(NAMES).filter(
    ([field]) => (required.includes(field) || asked.has(field)) && isBlank(field),
  )
  if (fields.length === 0) return []
  const unlawful = fields.some(([field]) => required.includes(field))
  const zh = fields.map(([, names]) => names[0]).join("、")
  const en = fields.map(([, names]) => names[1]).join(", ")
  return [
    {
      rule: "page/imprint-missing",
      severity: unlawful ? "warning" : "note",
      where: { page: page.id },
      say: {
        zh: `出版信息缺：${zh}；相应文字没有排出。`,
        en: `Not known of the paper, and so not printed: ${en}.`,
      },
    },
  ]
}

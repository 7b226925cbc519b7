/** What a file's name may be made of; a word that is "" is left out with the mark before it. */
export interface NameWords {
  readonly paper: string
  /** Day of the issue, `2031-05-04`. */
  readonly date: string
  /** Page, or first and last page: `A1-A4`. */
  readonly page: string
  /** Name of the page (版名). */
  readonly section: string
  /** How far the pages are, such as 清样. */
  readonly state: string
  /** Number of the proof, such as 三校. */
  readonly proof: string
}

/** The placeholders of a file name, in English and in Chinese. */
export const NAME_TOKENS: Readonly<Record<keyof NameWords, readonly [en: string, zh: string]>> = {
  paper: ["paper", "报名"],
  date: ["date", "日期"],
  page: ["page", "版次"],
  section: ["section", "版名"],
  state: ["state", "进度"],
  proof: ["proof", "校次"],
}

/** A name without its ending, or the placeholder that is none. */
export type FileName =
  { readonly ok: true; readonly name: string } | { readonly ok: false; readonly token: string }

/** What stands between two words of a name. */
const JOINTS = "[-_.·，、 ]*"

/** A word that is left out, while a name is made; no name can hold it. */
const NOTHING = "\0"

/**
 * The name that a pattern such as `{paper}-{date}-{page}` gives, such that every system takes it:
 * characters that Windows reserves are underlines, devices' names are not taken, nothing is too
 * long. A pattern that leaves nothing gives `页`.
 * Source: Microsoft, Naming Files, Paths, and Namespaces.
 */
export function fileNameOf(pattern: string, words: NameWords): FileName {
  let unknown: string | null = null
  const filled = pattern.replace(/\{([^{}]*)\}/g, (_, token: string) => {
    const word = wordOf(token)
    if (word === null) unknown ??= token
    return word === null ? "" : safe(words[word]).trim() || NOTHING
  })
  if (unknown !== null) return { ok: false, token: unknown }
  const joined = filled
    .replace(new RegExp(`^(?:${NOTHING}${JOINTS})+`), "")
    .replace(new RegExp(`${JOINTS}${NOTHING}`, "g"), "")
  return { ok: true, name: ordinary(shortened(safe(joined))) }
}

/** Whether a pattern names its files after their pages. */
export function namesPages(pattern: string): boolean {
  return [...pattern.matchAll(/\{([^{}]*)\}/g)].some(([, token]) => wordOf(token!) === "page")
}

function wordOf(token: string): keyof NameWords | null {
  const wanted = token.trim().toLowerCase()
  const known = Object.entries(NAME_TOKENS).find(([, names]) => names.includes(wanted))
  return known ? (known[0] as keyof NameWords) : null
}

/** Without what some system reserves; placeholders that were left out stay. */
function safe(text: string): string {
  return [...text].map((char) => (char !== NOTHING && isReserved(char) ? "_" : char)).join("")
}

function isReserved(char: string): boolean {
  const code = char.codePointAt(0)!
  const surrogate = code >= 0xd800 && code <= 0xdfff
  return code < 0x20 || (code >= 0x7f && code < 0xa0) || surrogate || '<>:"/\\|?*'.includes(char)
}

/** Bytes of UTF-8 that a name may have: room is left for its ending and for a draft's. */
const MOST_BYTES = 180

function shortened(name: string): string {
  let bytes = 0
  let short = ""
  for (const char of name) {
    const code = char.codePointAt(0)!
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    if (bytes > MOST_BYTES) break
    short += char
  }
  return short
}

/** Names that stand for a device on Windows, whatever ending they have. */
const DEVICES = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=$|\.)/i

/** Without blanks at its ends and full stops at its last, which Windows drops; never empty, never a device's. */
function ordinary(name: string): string {
  const bare = name.replace(/^[\s\0]+/u, "").replace(/[\s.\0]+$/u, "")
  if (bare === "") return "页"
  return bare.replace(DEVICES, "$&_")
}

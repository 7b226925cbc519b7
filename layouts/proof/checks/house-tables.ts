import type { Say } from "../../finding.ts"

/** What a row of the paper's own tables is about. */
export const HOUSE_KINDS = [
  "person",
  "place",
  "institution",
  "document",
  "phrase",
  "banned",
] as const
export type HouseKind = (typeof HOUSE_KINDS)[number]

/** One row of the paper's own tables (本报用语表). */
export interface HouseEntry {
  readonly kind: HouseKind
  /** The right form: a name, a full name, a wording; of a banned word, the word itself. */
  readonly word: string
  /** Titles of a person that may stand at the name; other right forms of an institution. */
  readonly also: readonly string[]
  /** Rank of a person in lists, 1 first; 0 is none. */
  readonly order: number
  /** Wrong forms. */
  readonly wrong: readonly string[]
  /** What to set for a banned word. */
  readonly suggest: readonly string[]
  readonly note: string
  /** A name whose faults count double (重要人名); absent for any other. */
  readonly important?: true
}

/** One of the paper's own tables as it is kept: what was imported from one file. */
export interface HouseTable {
  /** The name that its file had, without its ending. */
  readonly id: string
  /** Whether the checks use it. */
  readonly on: boolean
  /** Names (`entryName`) of entries that are switched off by themselves. */
  readonly off: readonly string[]
  readonly entries: readonly HouseEntry[]
}

/** What an entry is called when it is switched off: entries of one kind and word go together. */
export function entryName({ kind, word }: HouseEntry): string {
  return `${kind} ${word}`
}

/** The entries that the checks use: of the tables that are on, those that are not switched off. */
export function entriesInUse(tables: readonly HouseTable[]): readonly HouseEntry[] {
  return tables.flatMap(({ on, off, entries }) => {
    const without = new Set(off)
    return on ? entries.filter((entry) => !without.has(entryName(entry))) : []
  })
}

/** What a table file holds, and what was wrong with it. */
export interface ReadTable {
  readonly entries: readonly HouseEntry[]
  /** One sentence for each row that was left out. */
  readonly faults: readonly Say[]
}

/** Names of the columns, Chinese and English. */
const COLUMNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ 类别: "kind", 词语: "word", 另称: "also", 职务: "also", 次序: "order", 误写: "wrong" },
    ...{ 重要: "important", 重要人名: "important", important: "important" },
    ...{ 改为: "suggest", 说明: "note", kind: "kind", word: "word", also: "also", title: "also" },
    ...{ order: "order", wrong: "wrong", suggest: "suggest", note: "note" },
  }),
)

const KINDS: ReadonlyMap<string, HouseKind> = new Map([
  ["人名", "person"],
  ["地名", "place"],
  ["机构", "institution"],
  ["文件", "document"],
  ["表述", "phrase"],
  ["禁用", "banned"],
  ["禁用词", "banned"],
])

/**
 * Reads a table from CSV or JSON. The first row of a CSV names its columns (类别,词语,另称,次序,误写,
 * 改为,说明,重要 or kind, word, …); several values in a cell are parted by a semicolon. Rows that cannot
 * be understood are left out and told; the others stand.
 */
export function readHouseTable(text: string): ReadTable {
  const trimmed = text.replace(/^\ufeff/, "").trim()
  if (trimmed === "") return { entries: [], faults: [told(1, "文件是空的", "the file is empty")] }
  const rows =
    trimmed.startsWith("[") || trimmed.startsWith("{") ? jsonRows(trimmed) : csvRows(trimmed)
  if ("zh" in rows) return { entries: [], faults: [rows] }
  const entries: HouseEntry[] = []
  const faults: Say[] = []
  for (const { line, cells } of rows) {
    const entry = entryOf(cells, line)
    if ("zh" in entry) faults.push(entry)
    else entries.push(entry)
  }
  return { entries, faults }
}

/** A row by column, and the line that it is told of by. */
interface Row {
  readonly line: number
  readonly cells: Readonly<Record<string, readonly string[]>>
}

function told(line: number, zh: string, en: string): Say {
  return { zh: `第 ${line} 行：${zh}。`, en: `Row ${line}: ${en}.` }
}

function jsonRows(text: string): readonly Row[] | Say {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return { zh: "文件不是合法的 JSON。", en: "The file is no valid JSON." }
  }
  const list = Array.isArray(parsed) ? parsed : (parsed as { entries?: unknown }).entries
  if (!Array.isArray(list))
    return { zh: "JSON 里没有词条的列表。", en: "The JSON holds no list of entries." }
  return list.map((one: unknown, i) => ({ line: i + 1, cells: cellsOf(one) }))
}

function cellsOf(one: unknown): Row["cells"] {
  if (typeof one !== "object" || one === null) return {}
  const cells: Record<string, readonly string[]> = {}
  for (const [name, value] of Object.entries(one)) {
    const column = COLUMNS.get(name)
    if (column === undefined) continue
    const values = Array.isArray(value) ? value : [value]
    cells[column] = values
      .filter((each) => ["string", "number", "boolean"].includes(typeof each))
      .map(String)
  }
  return cells
}

function csvRows(text: string): readonly Row[] | Say {
  const rows = parseCsv(text)
  const head = rows[0]!.cells.map((cell) =>
    COLUMNS.get(cell.trim().replace(/^\w/, (c) => c.toLowerCase())),
  )
  if (!head.includes("kind") || !head.includes("word"))
    return {
      zh: "第一行须有“类别”和“词语”两栏。",
      en: "The first row has to name the columns kind and word.",
    }
  return rows.slice(1).map(({ line, cells }) => {
    const row: Record<string, readonly string[]> = {}
    cells.forEach((cell, i) => {
      const column = head[i]
      if (column !== undefined) row[column] = cell.split(/[;；]/)
    })
    return { line, cells: row }
  })
}

/** The rows of a CSV with their lines; a cell in double quotes may hold commas and line ends. */
function parseCsv(text: string): readonly { line: number; cells: readonly string[] }[] {
  const rows: { line: number; cells: string[] }[] = []
  let [cells, cell, quoted, line, first]: [string[], string, boolean, number, number] = [
    [],
    "",
    false,
    1,
    1,
  ]
  const end = (): void => {
    cells.push(cell)
    if (cells.some((one) => one.trim() !== "")) rows.push({ line: first, cells })
    ;[cells, cell, first] = [[], "", line]
  }
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i]!
    if (character === "\n") line += 1
    if (quoted && character === '"' && text[i + 1] === '"') {
      cell += '"'
      i += 1
    } else if (character === '"' && (quoted || cell === "")) quoted = !quoted
    else if (quoted) cell += character
    else if (character === "," || character === "\t") {
      cells.push(cell)
      cell = ""
    } else if (character === "\n") end()
    else if (character !== "\r") cell += character
  }
  end()
  return rows
}

function entryOf(cells: Row["cells"], line: number): HouseEntry | Say {
  const of = (name: string): readonly string[] =>
    (cells[name] ?? []).map((one) => one.trim()).filter((one) => one !== "")
  const [named, word] = [of("kind")[0] ?? "", of("word")[0] ?? ""]
  const kind = KINDS.get(named) ?? HOUSE_KINDS.find((one) => one === named.toLowerCase())
  if (kind === undefined)
    return told(
      line,
      `类别“${named}”不认识，须为人名、地名、机构、文件、表述或禁用`,
      `the kind “${named}” is not known`,
    )
  if (word === "") return told(line, "没有词语", "there is no word")
  if (word.length === 1 && kind !== "banned")
    return told(line, `“${word}”只有一个字`, "one character only")
  const order = Number(of("order")[0] ?? "0")
  if (!Number.isInteger(order) || order < 0)
    return told(line, `次序“${of("order")[0]}”不是整数`, "the order is no whole number")
  const wrong = of("wrong")
  if (kind === "phrase" && wrong.length === 0)
    return told(line, `表述“${word}”没有写出误写`, `the wording “${word}” names no wrong form`)
  if (wrong.includes(word))
    return told(line, `“${word}”又是自己的误写`, `“${word}” is its own wrong form`)
  return {
    kind,
    word,
    also: of("also"),
    order,
    wrong,
    suggest: of("suggest"),
    note: of("note")[0] ?? "",
    ...(isYes(of("important")[0] ?? "") ? { important: true } : {}),
  }
}

/** True for a cell that says yes; whatever else may stand there says no. */
function isYes(cell: string): boolean {
  return /^(?:是|重要|√|✓|对|y|yes|true|1)$/i.test(cell)
}

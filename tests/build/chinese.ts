import fc from "fast-check"

const HAN =
  "瑞河市的港口在清晨六点开航两岸茶园层叠而上老桥新灯相望铁路工厂汽笛声声渔船归来人们沿江散步说起今年雨水调匀收成不错图书馆里座无虚席"

const LATIN = ["GPS", "Wi-Fi", "pH", "Ruihe", "OpenType", "LED", "5G", "km", "It’s"]

const NUMBERS = [
  "2026",
  "12.6%",
  "3.5",
  "1,400",
  "8:30",
  "38℃",
  "￥25",
  "100",
  "0.8",
  "№7",
  "2,300.50",
]

const MARKS = ["，", "。", "、", "；", "：", "！", "？", "——", "……", "·", "！？"]

const han = fc
  .array(fc.nat(HAN.length - 1), { minLength: 1, maxLength: 9 })
  .map((indexes) => indexes.map((i) => HAN[i]).join(""))

const word = fc.oneof(
  { weight: 8, arbitrary: han },
  { weight: 1, arbitrary: fc.constantFrom(...LATIN) },
  { weight: 2, arbitrary: fc.constantFrom(...NUMBERS) },
)

const pair = fc.constantFrom(["“", "”"], ["‘", "’"], ["《", "》"], ["（", "）"], ["「", "」"])

const quoted = fc
  .tuple(pair, fc.array(word, { minLength: 1, maxLength: 3 }))
  .map(([[open, close], words]) => `${open}${words.join("")}${close}`)

const nested = fc.tuple(quoted, han).map(([inner, text]) => `“${text}${inner}”`)

const clause = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 6, arbitrary: word },
        { weight: 1, arbitrary: quoted },
        { weight: 1, arbitrary: nested },
      ),
      {
        minLength: 1,
        maxLength: 5,
      },
    ),
    fc.constantFrom(...MARKS),
  )
  .map(([words, mark]) => `${words.join("")}${mark}`)

/** A paragraph as a newspaper might print it: clauses of Han with digits, Latin, quotes, marks. */
export const paragraph: fc.Arbitrary<string> = fc
  .array(clause, { minLength: 1, maxLength: 14 })
  .map((clauses) => `${clauses.join("")}完。`)

/** Any text at all, from the characters that break engines. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: word },
      {
        weight: 3,
        arbitrary: fc.constantFrom(...MARKS, "“", "”", "（", "）", "《", "》", "/", "-", "～"),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom(" ", "　", "\u00ad", "𠮷", "e\u0301", "+", "①", "(a)", "\u3400"),
      },
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((parts) => parts.join(""))

/** Measures of newspaper columns, 字. */
export const measure: fc.Arbitrary<number> = fc.integer({ min: 9, max: 41 })

import type { Say, Severity } from "../../finding.ts"

/** How the regulation counts a fault of a kind: words by their length, the others at a fixed weight. */
export type Counted = "words" | "fact" | "mark" | "numeral" | "symbol" | "none"

/** A rule of the proof desk. */
export interface Rule {
  readonly name: Say
  readonly severity: Severity
  readonly counted: Counted
  /** Where the rule stands written. */
  readonly source: string
}

const STOPS = "GB/T 15834-2011"
const NUMERALS = "GB/T 15835-2011"
const UNITS = "GB 3100-1993"
const WORDS = "报纸编校差错率计算方法（2020）三（二）2"
const FACTS = "报纸编校差错率计算方法（2020）三（二）1"
const HOUSE = "本报用语表"

function rule(
  [zh, en]: readonly [zh: string, en: string],
  severity: Severity,
  counted: Counted,
  source: string,
): Rule {
  return { name: { zh, en }, severity, counted, source }
}

/** Every rule by its id. A new check begins with its row here. */
export const RULES = {
  "words/doubled-character": rule(["衍字", "doubled character"], "error", "words", WORDS),
  "words/doubled-word": rule(["词语重复", "doubled word"], "error", "words", WORDS),
  "words/doubled-clause": rule(["语句重复", "doubled clause"], "warning", "words", WORDS),
  "words/confused": rule(["别字", "wrong character"], "error", "words", WORDS),
  "words/doubtful": rule(["疑似别字", "doubtful character"], "warning", "words", WORDS),
  "words/idiom": rule(["成语错字", "wrong character in an idiom"], "error", "words", WORDS),
  "words/particle": rule(["的地得", "的, 地 and 得"], "warning", "words", WORDS),
  "words/redundant": rule(["语义重复", "said twice"], "warning", "fact", FACTS),
  "words/traditional": rule(["繁体字", "traditional character"], "warning", "words", WORDS),
  "words/garbled": rule(["乱码", "garbled character"], "error", "words", WORDS),
  "marks/unclosed": rule(["标号缺后半", "mark not closed"], "error", "mark", `${STOPS} 4.8、4.9`),
  "marks/unopened": rule(["标号缺前半", "mark not opened"], "error", "mark", `${STOPS} 4.8、4.9`),
  "marks/nested": rule(["标号套用有误", "marks wrongly nested"], "error", "mark", `${STOPS} 4.8.3`),
  "marks/doubled": rule(["标点重复", "doubled mark"], "error", "mark", `${STOPS} 5.1`),
  "marks/paragraph-start": rule(
    ["段首标点", "mark at paragraph start"],
    "error",
    "mark",
    `${STOPS} 5.1.1`,
  ),
  "marks/half-width": rule(["半角标点", "half-width mark"], "error", "mark", `${STOPS} 5.1`),
  "marks/straight-quote": rule(["英文引号", "straight quote"], "error", "mark", `${STOPS} 4.8.2`),
  "marks/ellipsis": rule(
    ["省略号形式", "form of the ellipsis"],
    "error",
    "mark",
    `${STOPS} 4.11.2`,
  ),
  "marks/ellipsis-and-more": rule(
    ["省略号与等并用", "ellipsis beside 等"],
    "warning",
    "mark",
    `${STOPS} 4.11.3`,
  ),
  "marks/dash": rule(["破折号形式", "form of the dash"], "error", "mark", `${STOPS} 4.10.2`),
  "marks/between-quotes": rule(
    ["引号书名号之间的顿号", "顿号 between quoted items"],
    "note",
    "mark",
    `${STOPS} 4.5.3.5`,
  ),
  "marks/approximate": rule(
    ["概数用顿号", "顿号 in an approximate number"],
    "error",
    "mark",
    `${STOPS} 4.5.3.4`,
  ),
  "marks/list-end": rule(["顿号多余", "needless 顿号"], "error", "mark", `${STOPS} 4.5.3`),
  "marks/colon-in-colon": rule(
    ["冒号套用", "colon within a colon"],
    "warning",
    "mark",
    `${STOPS} 4.7.3.4`,
  ),
  "marks/indirect-question": rule(
    ["非疑问句用问号", "question mark after no question"],
    "warning",
    "mark",
    `${STOPS} 4.2.3`,
  ),
  "marks/bracket-stop": rule(
    ["括号内外句号", "full stops round a bracket"],
    "warning",
    "mark",
    `${STOPS} 4.9.3`,
  ),
  "marks/spaced": rule(
    ["标点旁多余空格", "space beside a mark"],
    "warning",
    "mark",
    `${STOPS} 5.1`,
  ),
  "sentences/no-end": rule(
    ["段末缺句末标点", "no mark at the end"],
    "warning",
    "mark",
    `${STOPS} 4.1.3`,
  ),
  "sentences/cut-off": rule(["句子不完整", "sentence not finished"], "error", "fact", FACTS),
  "widths/full-width": rule(
    ["全角数字字母", "full-width digit or letter"],
    "warning",
    "numeral",
    `${NUMERALS} 5.1.1`,
  ),
  "numbers/mixed": rule(
    ["数字混用", "mixed numerals"],
    "error",
    "numeral",
    `${NUMERALS} 4.1.2、5.1.4`,
  ),
  "numbers/range": rule(
    ["数值范围连接号", "sign of a range"],
    "warning",
    "numeral",
    `${NUMERALS} 5.1.5`,
  ),
  "numbers/year": rule(["年份写法", "form of a year"], "error", "numeral", `${NUMERALS} 5.1.6`),
  "numbers/zero": rule(["年份的〇", "zero in a year"], "error", "numeral", `${NUMERALS} 5.2.3`),
  "numbers/decimal": rule(["小数点", "decimal point"], "error", "fact", `${NUMERALS} 5.1.3`),
  "numbers/grouping": rule(
    ["千分撇", "grouping of digits"],
    "warning",
    "numeral",
    `${NUMERALS} 5.1.2`,
  ),
  "numbers/day": rule(["日期用号", "号 in a date"], "note", "numeral", `${NUMERALS} 5.1.6`),
  "numbers/consistency": rule(
    ["数字用法前后不一", "numerals differ"],
    "note",
    "numeral",
    `${NUMERALS} 4.3`,
  ),
  "numbers/less-by-times": rule(["减少不用倍", "fewer by times"], "warning", "fact", FACTS),
  "dates/impossible": rule(["不存在的日期时间", "impossible date or time"], "error", "fact", FACTS),
  "dates/weekday": rule(["日期与星期不符", "weekday does not fit"], "error", "fact", FACTS),
  "dates/order": rule(["起止日期颠倒", "dates in wrong order"], "error", "fact", FACTS),
  "units/symbol": rule(["单位符号", "unit symbol"], "error", "symbol", UNITS),
  "units/area": rule(["平方、立方缺单位", "area without its unit"], "warning", "symbol", UNITS),
  "units/temperature": rule(["温度单位", "unit of temperature"], "warning", "symbol", UNITS),
  "units/obsolete": rule(["已废除的单位", "obsolete unit"], "warning", "symbol", UNITS),
  "units/consistency": rule(["单位前后不一", "units differ"], "note", "none", UNITS),
  "house/banned": rule(["禁用慎用词", "word not to be used"], "error", "words", HOUSE),
  "house/wording": rule(["规范表述", "fixed wording"], "error", "words", HOUSE),
  "house/title": rule(["姓名与职务不符", "name and title differ"], "warning", "fact", HOUSE),
  "house/order": rule(["排名次序", "order of names"], "warning", "fact", HOUSE),
  "house/near-name": rule(["疑似姓名有误", "name close to a listed one"], "note", "words", HOUSE),
  "house/near-document": rule(
    ["疑似文件名有误", "title close to a listed one"],
    "warning",
    "words",
    HOUSE,
  ),
} as const satisfies Record<string, Rule>

/** The id of a rule. */
export type RuleId = keyof typeof RULES

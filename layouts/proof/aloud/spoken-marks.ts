/** What marks are called when copy is read aloud (唱校). Longer ones are looked for first. */
export const SPOKEN_MARKS: Readonly<Record<string, string>> = {
  "——": "破折号",
  "……": "省略号",
  "，": "逗号",
  "。": "句号",
  "、": "顿号",
  "；": "分号",
  "：": "冒号",
  "？": "问号",
  "！": "叹号",
  "“": "引号开",
  "”": "引号合",
  "‘": "单引号开",
  "’": "单引号合",
  "（": "括号开",
  "）": "括号合",
  "《": "书名号开",
  "》": "书名号合",
  "〈": "单书名号开",
  "〉": "单书名号合",
  "【": "方头括号开",
  "】": "方头括号合",
  "〔": "六角括号开",
  "〕": "六角括号合",
  "[": "方括号开",
  "]": "方括号合",
  "—": "一字线",
  "～": "浪纹线",
  "-": "短横线",
  "－": "短横线",
  "·": "间隔号",
  "•": "间隔号",
  "/": "斜线",
  "％": "百分号",
  "%": "百分号",
  "℃": "摄氏度",
  "+": "加号",
  "＋": "加号",
  "=": "等号",
  "×": "乘号",
  "…": "半个省略号",
  ",": "半角逗号",
  ".": "半角句点",
  ";": "半角分号",
  ":": "半角冒号",
  "?": "半角问号",
  "!": "半角叹号",
  "(": "半角括号开",
  ")": "半角括号合",
  '"': "直引号",
  "'": "直撇号",
  " ": "空半格",
  "　": "空一格",
}

const FIGURES = "零一二三四五六七八九"

/** A number digit by digit: 2026.5 is 二零二六点五. */
export function sayDigits(number: string): string {
  return Array.from(number, (digit) => (digit === "." ? "点" : FIGURES[Number(digit)]!)).join("")
}

/** Largest number that is said as one, digits before the point. */
const MOST_DIGITS = 12

/**
 * A number as it is counted: 10203 is 一万零二百零三. One that opens with zeros, or is longer than
 * thousands of millions, is said digit by digit: it is a code.
 */
export function sayNumber(number: string): string {
  const [whole = "", part] = number.split(".")
  const isCode = (whole.length > 1 && whole.startsWith("0")) || whole.length > MOST_DIGITS
  if (isCode) return sayDigits(number)
  const groups: string[] = []
  for (let end = whole.length; end > 0; end -= 4)
    groups.unshift(whole.slice(Math.max(0, end - 4), end))
  let said = ""
  groups.forEach((group, i) => {
    const words = sayGroup(group)
    if (words === "") return
    const gap = said !== "" && (group.startsWith("0") || groups[i - 1] === "0000")
    said += `${gap ? "零" : ""}${words}${["", "万", "亿"][groups.length - 1 - i]!}`
  })
  const counted = said === "" ? "零" : said.replace(/^一十/, "十")
  return part === undefined ? counted : `${counted}点${sayDigits(part)}`
}

/** Up to four digits, without zeros at either end. */
function sayGroup(group: string): string {
  let said = ""
  let zero = false
  Array.from(group, Number).forEach((digit, i) => {
    if (digit === 0) {
      zero = said !== ""
      return
    }
    said += `${zero ? "零" : ""}${FIGURES[digit]!}${["", "十", "百", "千"][group.length - 1 - i]!}`
    zero = false
  })
  return said
}

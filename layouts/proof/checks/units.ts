import { isDigit, isLatin } from "./characters.ts"
import type { Note } from "./note.ts"

/** Unit symbols in wrong case, by what stands there. Source: GB 3100-1993, GB 3101-1993. */
const SYMBOLS: Readonly<Record<string, string>> = {
  ...{ KM: "km", Km: "km", KG: "kg", Kg: "kg", ML: "mL", Ml: "mL", CM: "cm", Cm: "cm", MM: "mm" },
  ...{ Mm: "mm", KW: "kW", kw: "kW", Kw: "kW", KWH: "kW·h", kwh: "kW·h", KWh: "kW·h", Kwh: "kW·h" },
  ...{ mw: "MW", gw: "GW", HZ: "Hz", hz: "Hz", khz: "kHz", KHz: "kHz", mhz: "MHz" },
  ...{ MHZ: "MHz", ghz: "GHz", GHZ: "GHz", DB: "dB", db: "dB", mpa: "MPa", Mpa: "MPa", kpa: "kPa" },
  ...{ Kpa: "kPa", KPA: "kPa", KPa: "kPa", MPA: "MPa", kv: "kV", KV: "kV", Kv: "kV", ma: "mA" },
  ...{ mah: "mA·h", MAH: "mA·h", ug: "μg", um: "μm", M2: "m²", m2: "m²", M3: "m³" },
  ...{ m3: "m³", KM2: "km²", km2: "km²", CM3: "cm³", MG: "mg", Mg: "mg", KCAL: "kcal" },
}

/** Units that were abolished, and what is used. Source: 国务院关于在我国统一实行法定计量单位的命令（1984）. */
const OBSOLETE: Readonly<Record<string, string>> = {
  ...{
    市斤: "千克",
    公分: "厘米",
    公尺: "米",
    公升: "升",
    立升: "升",
    公厘: "毫米",
    平方公尺: "平方米",
  },
  ...{
    华氏: "",
    达因: "牛",
    马力: "瓦",
    公担: "吨",
    英哩: "英里",
    浬: "海里",
    呎: "英尺",
    吋: "英寸",
  },
}

const NUMBER =
  "(?:\\d{1,9}(?:\\.\\d{1,4})?|[一二三四五六七八九十百千两几]{1,6})[多余]?[万亿千百]?[多余]?"

const AREA = new RegExp(
  `${NUMBER}(平方|立方)(?!米|公里|千米|厘米|分米|毫米|英|尺|码|公分|海里|寸|根|和|差|体|数|反|向|面)`,
  "g",
)
const DEGREES = new RegExp(
  `(?:气温|温度|最低|最高|高温|低温|室温|水温|体温|零下|零上|降至|升至)[^，。；！？\\d]{0,6}\\d{1,3}(?:\\.\\d)?度(?!角|电|以上学)`,
  "g",
)
const CELSIUS = /摄氏(?:零下)?\d{1,3}(?:\.\d{1,2})?度/g
const OBSOLETE_UNIT = new RegExp(`\\d(?:${Object.keys(OBSOLETE).join("|")})`, "g")

/** Units of wrong case or name, areas without a unit, degrees that are not said to be Celsius. */
export function wrongUnits(text: string): readonly Note[] {
  const notes: Note[] = [...symbols(text)]
  for (const hit of text.matchAll(AREA)) {
    const to = hit.index + hit[0].length
    notes.push({
      ...{ rule: "units/area", from: to - 2, to, suggest: [`${hit[1]}米`] },
      say: { zh: `“${hit[1]}”不是单位，应为“${hit[1]}米”。`, en: `${hit[1]} is no unit.` },
    })
  }
  for (const hit of text.matchAll(DEGREES)) {
    const to = hit.index + hit[0].length
    if (text.slice(hit.index - 2, hit.index) === "摄氏" || hit[0].includes("摄氏")) continue
    notes.push({
      ...{ rule: "units/temperature", from: to - 1, to, suggest: ["℃", "摄氏度"] },
      say: { zh: "气温的“度”应为“℃”或“摄氏度”。", en: "A temperature is in ℃." },
    })
  }
  for (const { 0: words, index: from } of text.matchAll(CELSIUS))
    notes.push({
      ...{ rule: "units/temperature", from, to: from + words.length },
      suggest: [`${words.slice(2, -1)}摄氏度`],
      say: { zh: "“摄氏度”是一个单位，不拆开。", en: "摄氏度 is one word." },
    })
  for (const { 0: hit, index } of text.matchAll(OBSOLETE_UNIT)) {
    const [unit, from] = [hit.slice(1), index + 1]
    const suggest = OBSOLETE[unit] === "" ? [] : [OBSOLETE[unit]!]
    const say = {
      zh: `“${unit}”已不用，用“${suggest[0] ?? "法定单位"}”。`,
      en: `${unit} is abolished.`,
    }
    notes.push({ rule: "units/obsolete", from, to: from + unit.length, suggest, say })
  }
  return notes
}

/** Symbols that follow a number directly. */
function symbols(text: string): readonly Note[] {
  const notes: Note[] = []
  for (let i = 1; i < text.length; i += 1) {
    if (!isLatin(text[i]) || !isDigit(text[i - 1])) continue
    let end = i
    while (
      end - i < 6 &&
      (isLatin(text[end]) || (end > i && (text[end] === "2" || text[end] === "3")))
    )
      end += 1
    const symbol = text.slice(i, end)
    const right = Object.hasOwn(SYMBOLS, symbol) ? SYMBOLS[symbol] : undefined
    if (right === undefined || isModel(text, i)) continue
    notes.push({
      ...{ rule: "units/symbol", from: i, to: end, suggest: [right] },
      say: {
        zh: `单位符号“${symbol}”应为“${right}”。`,
        en: `The symbol ${symbol} is written ${right}.`,
      },
    })
  }
  return notes
}

/** Whether the number belongs to a name such as A3M2. */
function isModel(text: string, at: number): boolean {
  let from = at - 1
  while (isDigit(text[from]) || text[from] === ".") from -= 1
  return isLatin(text[from]) || text[from] === "-"
}

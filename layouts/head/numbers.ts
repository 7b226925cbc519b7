const DIGITS =
  /^(?:第)?(?:\d[\d.,]*|[〇零一二三四五六七八九十两百千万亿]+)(?:余|多|几)?[百千万亿]*/u

/** What is counted in, longest first: a number and its unit are one word. */
const UNITS =
  /^(?:个百分点|个多月|平方公里|平方米|立方米|人次|公里|公顷|公斤|公分|厘米|毫米|千瓦|欧元|美元|日元|英镑|卢布|港元|摄氏度|小时|分钟|个月|周年|月份|年级|年度|分之|余人|多人|%|％|℃|‰|岁|元|吨|个|名|位|人|户|家|条|项|件|次|天|日|月|年|周|届|场|座|辆|艘|架|台|套|部|本|册|幅|张|枚|块|只|头|匹|尾|棵|株|亩|米|里|度|级|层|栋|间|所|处|起|批|队|种|类|样|代|倍|成|号|点|分|秒|时|刻|遍|趟|班|路|线|封|盏|粒|碗|茬|江|股|轮|步|期|集|篇|章|字|句|声|面|双|对|副|支|枝|根|片|颗|滴|杯|瓶|盒|箱|袋|包|车|船|桥|村|镇|县|市|省|国|院|校|方|手)/u

/** A further part of a date or of a time: 5月3日, 十点半. */
const MORE = /^(?:\d+|[〇零一二三四五六七八九十]+)(?:月|日|时|点|分|秒|号)/u

/** Most characters of a number in Han that is taken for one without a unit. */
const BARE = /^(?:\d[\d.,]*[万亿千百]*|[〇零一二三四五六七八九十百千万亿两]{2,})(?:余|多)?[%％℃]?/u

/**
 * Where the number that begins at an offset ends with what it counts in (1234.5万吨, 三百名, 第三届,
 * 5月3日); the offset itself where none begins there.
 */
export function numberAt(text: string, at: number): number {
  const rest = text.slice(at)
  const digits = DIGITS.exec(rest)?.[0]
  if (digits === undefined) return at
  const unit = UNITS.exec(rest.slice(digits.length))?.[0]
  if (unit === undefined) return at + (BARE.exec(rest)?.[0].length ?? 0)
  let end = digits.length + unit.length
  for (let more = MORE.exec(rest.slice(end)); more; more = MORE.exec(rest.slice(end)))
    end += more[0].length
  return at + end
}

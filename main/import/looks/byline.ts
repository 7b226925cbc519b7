import { isName, mayBeName } from "./names.ts"

/** What people of the press are called before their names. */
const ROLE =
  /^(?:(?:本报|本刊|本台|本网|新华社|中新社|人民日报|\p{Script=Han}{2,6}(?:日报|晚报|晨报|早报|时报|电视台|融媒|融媒体))?(?:(?:全媒体|融媒体?|见习|实习|特约|特派|首席|驻\p{Script=Han}{2,4}|高级|资深|摄影|文字|视频)?(?:记者|通讯员|实习生|评论员|编译|特派员|撰稿人|编辑|摄影师|摄影员|作者|主播)))/u

/** What they did, as it stands after or before their names. */
const WORK =
  /^(?:文|图|摄|影|文图|图文|摄影|报道|摄影报道|供稿|供图|整理|撰文|综合|综合报道|采写|执笔|绘|制图|文并图|图片|文字|统稿|辑|编|译|编译|口述|漫画)$/

/** Something of a role or a work in the text. */
const PRESS = /[者员生译辑师人播文图摄影报稿理合写笔绘字统编述画宣]/

/** How sure a line of names is: `sure` has a role or a work word, `names` is names alone. */
export type Byline = "sure" | "names"

/**
 * Whether the text is names of reporters and nothing else, with or without roles and works
 * (记者 王海 通讯员 李江 文/图). Bare names, and names that stick to a role, must look like names by
 * their surnames: 记者在现 is the start of a sentence.
 */
export function bylineOf(text: string): Byline | null {
  if (text.length > 70 || /[。！？；“”《》]/.test(text)) return null
  const words = text.split(/[\s、，,／/|｜:：&]+/).filter((word) => word !== "")
  if (!PRESS.test(text)) return words.length > 0 && words.every(isName) ? "names" : null
  let names = 0
  let surnames = 0
  let sure = false
  for (const word of words) {
    const role = ROLE.exec(word)?.[0] ?? ""
    const rest = word.slice(role.length)
    if (role !== "") sure = true
    if (rest === "") continue
    if (WORK.test(rest)) {
      sure = true
      continue
    }
    const { name, worked } = withoutWork(rest)
    if (worked || /(?:记者|通讯员|实习生)\p{Script=Han}{2,4}$/u.test(rest)) sure = true
    const known = isName(nameAfterRole(name))
    if (!known && (role !== "" || !mayBeName(nameAfterRole(name)))) return null
    names++
    if (known) surnames++
  }
  if (names === 0) return null
  if (sure) return "sure"
  return surnames === names ? "names" : null
}

/** Two people run together, 王海通讯员李江: the last one's name. */
function nameAfterRole(word: string): string {
  const found = /^(\p{Script=Han}{2,4})(?:记者|通讯员|实习生)(\p{Script=Han}{2,4})$/u.exec(word)
  return found === null ? word : (found[2] ?? word)
}

/** A name without the work word that sticks to it: 王海摄 → 王海. */
function withoutWork(word: string): { name: string; worked: boolean } {
  const found =
    /^(\p{Script=Han}{2,4}?)(?:摄影报道|摄影|摄|供稿|供图|报道|整理|绘|采写|文图|图)$/u.exec(word)
  return found === null ? { name: word, worked: false } : { name: found[1] ?? word, worked: true }
}

/** True when the text is only names, each of two to four characters, whatever the surnames. */
export function namesOnly(text: string): boolean {
  const words = text.split(/[\s、，,／/]+/).filter((word) => word !== "")
  return words.length > 0 && words.length <= 12 && words.every(mayBeName)
}

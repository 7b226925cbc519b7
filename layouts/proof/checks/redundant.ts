import type { Masks } from "./masks.ts"
import type { Note } from "./note.ts"

/** Numbers of either kind, bounded. */
const NUMBER = "[\\d.]{1,8}|[一二三四五六七八九十百千万两]{1,6}"

/** Sayings that say one thing twice. Every quantifier is bounded. */
const TWICE: readonly (readonly [pattern: RegExp, zh: string, en: string])[] = [
  [
    new RegExp(
      `(?:大约|大概|约|近|将近)(?:${NUMBER})[万亿]?[^，。；！？、约“”\\d]{0,6}(?:左右|上下)`,
      "g",
    ),
    "“约”“近”和“左右”“上下”只用一个",
    "about … or so",
  ],
  [
    new RegExp(`(?:大约|大概|约|近|将近)(?:${NUMBER})[万亿]?[多余]`, "g"),
    "“约”“近”和“多”“余”只用一个",
    "about … odd",
  ],
  [
    new RegExp(`(?:超过|超|逾|突破)(?:${NUMBER})[万亿]?[多余](?!年前)`, "g"),
    "“超过”和“多”“余”只用一个",
    "more than … odd",
  ],
  [
    new RegExp(`(?:至少|最少|起码)(?:${NUMBER})[万亿]?[^，。；！？、“”\\d]{0,4}以上`, "g"),
    "“至少”和“以上”只用一个",
    "at least … or more",
  ],
  [
    new RegExp(`(?:最多|至多)(?:${NUMBER})[万亿]?[^，。；！？、“”\\d]{0,4}以[内下]`, "g"),
    "“最多”和“以内”“以下”只用一个",
    "at most … or less",
  ],
  [
    new RegExp(
      `(?:${NUMBER})[万亿]?[多余][^，。；！？、“”\\d]{0,3}(?:左右|上下)(?!游|级|楼|班)`,
      "g",
    ),
    "“多”“余”和“左右”只用一个",
    "odd … or so",
  ],
  [/(?:原因|理由)是(?:因为|由于)/g, "“原因是”和“因为”只用一个", "the reason is because"],
  [/(?:目的|宗旨)是为了(?!什么)/g, "“目的是”和“为了”只用一个", "the aim is in order to"],
  [/涉及到/g, "“涉及”已含“到”", "涉及 needs no 到"],
  [/(?:凯旋而归|凯旋归来)/g, "“凯旋”已含“归来”", "凯旋 says coming home already"],
  [/(?:悬殊很大|悬殊较大|悬殊太大|悬殊巨大)/g, "“悬殊”已含“大”", "悬殊 says wide already"],
  [/(?:免费赠送|无偿赠送)/g, "“赠送”已含“免费”", "given free of charge"],
  [/(?:忍俊不禁地笑|忍俊不禁笑)/g, "“忍俊不禁”已含“笑”", "忍俊不禁 says laughing already"],
  [/(?:过去的往事|往事的回忆|亲眼目睹|亲耳聆听到)/g, "语义重复", "said twice"],
  [
    /(?:被应邀|自从从|非法走私|胜利凯旋|互相厮打|不由自主地不禁|突然戛然而止|邂逅相遇)/g,
    "语义重复",
    "said twice",
  ],
  [/报刊杂志/g, "“报刊”已含“杂志”，宜为“报纸杂志”", "报刊 has 杂志 in it"],
  [
    /(?:大约|约|大概)[^，。；！？“”]{0,2}(?:数|几)(?:十|百|千|万)[^，。；！？“”]{0,4}左右/g,
    "约数重复",
    "about … or so",
  ],
  [
    /(?:是因为|由于)[^，。；！？“”]{1,20}(?:的原因|的缘故)所?(?:造成|导致|引起|致使)/g,
    "句式杂糅",
    "two constructions mixed",
  ],
  [
    /(?:本着|按照|依据)[^，。；！？“”]{1,16}为(?:原则|准则)/g,
    "句式杂糅：“本着……的原则”或“以……为原则”",
    "two constructions mixed",
  ],
  [
    /(?:深受|深得)[^，。；！？“”]{1,12}所(?:喜爱|欢迎|爱戴)/g,
    "句式杂糅：“深受……喜爱”或“为……所喜爱”",
    "two constructions mixed",
  ],
  [
    /(?:防止|避免|杜绝|谨防)[^，。；！？“”]{0,10}(?:不再|不要|别再)(?:发生|出现|重演)/g,
    "否定重复，意思反了",
    "denied once too often",
  ],
  [
    /(?<=^|[。！？；”])(?:通过|经过|随着|由于)[^，。；！？“”]{2,24}，使(?![命用者馆节出劲唤役不])/g,
    "介词和“使”并用，句子没有主语",
    "a preposition and 使 leave no subject",
  ],
  [
    /(?:许多|很多|众多|不少|多名|多位|数名|几名|几位|几个|[二两三四五六七八九十百\d]名)(?:市民|居民|村民|群众|学生|孩子|游客|工人|干部|老师|教师|家长|同学|代表|观众|读者|网友|职工|农民|队员|志愿者|小朋友)们/g,
    "前面有数量，“们”多余",
    "a number takes no 们",
  ],
  [
    /(?:年轻的小伙子|年老的老人|原因的缘故|目前当前|当前目前|非常极其|极其非常|唯一的?一?[个位名]?[^，。；！？]{0,6}之一|悬而未决的悬案|不约而同地一致|大多数以上|来自于?全国各地的来宾们)/g,
    "语义重复或矛盾",
    "said twice, or against itself",
  ],
  [
    /(?<=^|[，。；！？])截止到?(?=目前|昨|今|本月|上月|\d|[一二三四五六七八九十]+月)/g,
    "“到某时为止”用“截至”",
    "up to a time is 截至",
  ],
  [
    /(?:切忌|切勿|严禁|禁止)(?:不要|不得|不许|不准)/g,
    "否定重复，意思反了",
    "denied once too often",
  ],
]

/** A quantity that shrinks by a number of times. */
const LESS =
  /(?:减少|下降|降低|缩小|缩短|少|低|小|短)(?:了|到|近)?(?:[\d.]{1,6}|[一二三四五六七八九十两几数百]{1,3})倍/g

/** Words that say a thing twice or mix two constructions, and what shrinks by times. */
export function redundantWords(text: string, masks: Masks): readonly Note[] {
  const notes: Note[] = []
  for (const [pattern, zh, en] of TWICE)
    for (const { 0: words, index: from } of text.matchAll(pattern)) {
      if (masks.title[from] === 1 || isPart(text, from, words)) continue
      const say = { zh: `“${words}”：${zh}。`, en: `${words}: ${en}.` }
      notes.push({ rule: "words/redundant", from, to: from + words.length, suggest: [], say })
    }
  for (const { 0: words, index: from } of text.matchAll(LESS)) {
    if (masks.quoted[from] === 1 || (/^[少低小短]/.test(words) && !/^[少低小短]了/.test(words)))
      continue
    const say = {
      zh: `“${words}”：减少不用倍数，用分数或百分数。`,
      en: "What shrinks takes no times.",
    }
    notes.push({ rule: "numbers/less-by-times", from, to: from + words.length, suggest: [], say })
  }
  return notes
}

/** Whether 约 or 近 belongs to a word before it: 预约20余人, 条约, 附近5米左右. */
function isPart(text: string, from: number, words: string): boolean {
  const before = text[from - 1]
  if (before === undefined) return false
  if (words.startsWith("约")) return "预条公制节签契合盟履大失违相邀".includes(before)
  if (words.startsWith("近")) return "附最靠将接邻临远贴逼".includes(before)
  return words.startsWith("超") && "高反".includes(before)
}

import { composePage, type ComposedPage } from "../../layouts/compose.ts"
import type { Article } from "../../layouts/issue/article.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Bands, Frame } from "../../layouts/issue/page.ts"
import { presetOutline, USUAL_WRAP } from "../../layouts/issue/wrap.ts"
import { mm, pt, zi } from "../../layouts/units.ts"
import { articleOf, para, paraAs } from "./article.ts"
import { marked } from "./beside-page.ts"
import { plainPage } from "./document-records.ts"
import { frame } from "./frame.ts"
import { press } from "./type.ts"

/** Three bands of whole 字, the gutters take the rest. */
export const THREE_BANDS: Bands = { count: 3, mode: "absolute", gutter: zi(2) }

/** A vertical article (竖排) with all that stands beside its words. */
export const FERRY: Article = articleOf(
  "ferry",
  [
    marked(
      "渡口在瑞河拐弯的地方，对岸是[柳湾镇]，再远是[青石岭]。六十年前，这里一天要渡三千人，船工喊号子，声音能顺着水走出二里地。今年春天大桥通了车，最后一条木船上了岸，摆在老码头的樟树底下，船帮上的桐油还亮着。",
      [{ line: "name" }, { line: "name" }],
      { drop: 2 },
    ),
    marked(
      "“船是不走了，人还得来。”守渡人罗水生今年71岁，每天8:30照旧开门，把[渡]口的牌子擦一遍。他说自己一辈子只做一件事：[把人平安送到对岸]。桌上放着一本[瑞河渡志]，是镇上的老师抄的，一共128页。",
      [{ ruby: "dù" }, { emphasis: "dot" }, { line: "title" }],
    ),
    paraAs("subhead", "一根缆绳的分量"),
    para(
      "缆绳有三丈六尺，粗得像小孩的胳膊。罗水生教人打结，先绕两圈，再从底下穿回来，“松的时候一抖就开，紧的时候谁也拉不动”。来学的有中学生，也有从省城赶来的摄影师。他们问他怕不怕大水，他指了指墙上的刻痕：1998年的水到这里，2020年的水到那里，人都没有事。",
    ),
    para(
      "镇里把渡口改成了水上图书馆。木船里摆了四排书架，书是两岸的人捐的，有农书，有小人书，也有一套缺了下册的章回小说。孩子们放学以后坐在船头看书，江风把书页吹得哗哗响。馆里不收钱，只收一样东西：借书的人要讲一个跟水有关的故事，由志愿者记下来，贴在船舱里。",
    ),
    para(
      "到这个月底，舱壁上已经贴了四百多张。有人写外婆坐船出嫁，嫁妆是一只会叫的座钟；有人写自己头一回离家，隔着雾听见母亲在岸上喊他的小名，喊到第三声船就看不见了。还有一张只有一行字：“我爸爸是造桥的，他说对不起这条船。”",
    ),
    paraAs("subhead", "桥上桥下"),
    para(
      "新桥长1280米，桥面比老渡口高出三十多米。设计的人说，起先的图纸上，桥墩正好落在樟树的位置。镇上的人去找他们，找了七次。后来图纸往上游挪了四十米，多花了一笔钱，树和码头都留了下来。通车那天，第一个过桥的不是车，是罗水生和他的两个徒弟，三个人抬着那根缆绳，从这头走到那头。",
    ),
    para(
      "如今桥上一天过两万辆车。傍晚的时候，常有人把车停在桥头的空地，走下九十九级石阶，到木船上坐一会儿。罗水生给他们倒茶，茶叶是岭上的野茶，水是江心的水。问他想不想再撑一回船，他摇头，过一会儿又说：“要是哪天桥要修，你们来喊我。”",
    ),
    para(
      "樟树下还有一面铜铃。从前船要开了，敲三下；雾大的日子，每隔一刻敲一下，好让江上的船知道岸在哪里。如今铃还挂着，绳子换了新的。图书馆关门的时候，最后走的那个人敲一下，算是告诉江水：今天的书，都还回来了。",
    ),
    paraAs("credit", "（本报记者 江晚舟）"),
  ],
  {
    kicker: null,
    headline: "最后一条木船上了岸",
    headlineParts: ["最后一条木船", "上了岸"],
    deck: null,
  },
)

const round = { ...USUAL_WRAP, sides: "both", least: 4 } as const

/** Two threaded frames in bands; a picture lies on both, a round one in the left, a headline in the right. */
export const BAND_FRAMES: readonly Frame[] = [
  frame("body ferry 2+2 1+34", { id: "right", vertical: true, bands: THREE_BANDS }),
  frame("body ferry 0+2 1+34", {
    id: "left",
    order: 1,
    vertical: true,
    bands: { ...THREE_BANDS, count: 2, mode: "relative" },
  }),
  frame("picture sight 1+2 16+10", { id: "photo", wrap: round }),
  frame("picture sight 0+1 4+9", {
    id: "round",
    wrap: { ...round, shape: "outline", outline: presetOutline("ellipse") },
  }),
  frame("headline ferry 3+1 1+16", {
    id: "head",
    vertical: true,
    wrap: { ...round, clearance: 1 },
  }),
]

/** A sheet about the two frames. */
const SHEET = { width: mm(265), height: mm(190), bleed: mm(3) }

/** What the pictures belong to. */
const SIGHT: Article = articleOf("sight", [], {
  kind: "photo",
  headline: null,
  headlineParts: [],
  pictures: [{ id: "sight.jpg", alt: "江上的木船", aspect: 1.5 }],
})

/** An issue of one page with a vertical article in bands, ruled between them. */
export function bandIssue(article = FERRY, frames = BAND_FRAMES): Issue {
  return {
    paper: "瑞河日报",
    date: { year: 2026, month: 11, day: 23 },
    articles: [{ ...article, columnRule: { rule: pt(0.3), tint: 0 } }, SIGHT],
    pages: [{ ...plainPage("A1"), frames, sheet: SHEET }],
  }
}

/** Its page, composed. */
export function bandPage(article = FERRY, frames = BAND_FRAMES): ComposedPage {
  return composePage(bandIssue(article, frames), "A1", press, "free")
}

import { composePage, type ComposedPage } from "../../layouts/compose.ts"
import type { Article } from "../../layouts/issue/article.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Frame } from "../../layouts/issue/page.ts"
import { articleOf, para, paraAs } from "./article.ts"
import { plainPage } from "./document-records.ts"
import { frame } from "./frame.ts"
import { press } from "./type.ts"

/** A vertical sketch (竖排小品): its headline on the right, its text left of it in two frames. */
export const SKETCH: Article = articleOf(
  "sketch",
  [
    para(
      "江水退去三尺，老石阶露了出来。“这阶一共120级，”摆渡的周老汉说，“我数了60年。”他指给我看：最下面那级刻着“光绪十二年”，往上第5级是1954年大水的痕迹，再往上……他不说了，只是笑。",
    ),
    para(
      "茶客们挤在A座码头的棚子里，听人念《江上灯火》——那是本市诗人林汐的集子，每页25行，扉页上印着Ruihe Press。念到“灯是船的眼睛！”，棚外的汽笛就响了；有人看表：8:30，一分不差。",
    ),
    paraAs("subhead", "石阶上的茶"),
    para("水温36.5℃，茶叶8克，冲第3道最好，他说。真的吗？！谁也没有再问。"),
    paraAs("credit", "（周望）"),
  ],
  {
    kicker: "江边笔记",
    headline: "老石阶与新灯火",
    headlineParts: ["老石阶与新灯火"],
    deck: "——一百二十级台阶上的瑞河",
  },
)

/** Where the sketch stands. */
const FRAMES: readonly Frame[] = [
  frame("headline sketch 3+1 2+28", { id: "head", vertical: true }),
  frame("body sketch 2+1 2+15", { id: "right", vertical: true }),
  frame("body sketch 0+2 2+16", { id: "left", vertical: true, order: 1 }),
]

/** An issue of one page with one vertical article. */
export function verticalIssue(article = SKETCH, frames = FRAMES): Issue {
  return {
    paper: "瑞河日报",
    date: { year: 2026, month: 11, day: 23 },
    articles: [article],
    pages: [{ ...plainPage("A1"), frames }],
  }
}

/** Its page, composed. */
export function verticalPage(article = SKETCH, frames = FRAMES): ComposedPage {
  return composePage(verticalIssue(article, frames), "A1", press, "free")
}

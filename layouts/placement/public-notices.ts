import type { Notice } from "../templates/template.ts"

/** The word that says what these notices are, as the word 广告 does of advertisements. */
export const PUBLIC_LABEL = "公益广告"

/**
 * Public-service lines for holes: no fact, no name and no number in them, so that they suit every
 * paper. Those without lines are for small frames, those with lines for larger ones; they take turns, so
 * that a page which begins anywhere in the list finds both.
 */
export const PUBLIC_NOTICES: readonly Notice[] = [
  { title: "节约用水", lines: [] },
  {
    title: "惜水如金　护河如家",
    lines: ["拧紧一个龙头", "留住一脉清流", "让江河长清", "让大地长青"],
  },
  { title: "文明礼让", lines: [] },
  {
    title: "随手分一分　城市净十分",
    lines: ["分开的是垃圾", "留下的是资源"],
  },
  { title: "书香伴行", lines: [] },
  {
    title: "礼让一步　路宽十分",
    lines: ["慢一点，等一等", "把斑马线留给行人", "把好心情留给彼此"],
  },
  { title: "爱护绿地", lines: [] },
  {
    title: "少开一天车　多见一天蓝",
    lines: ["走路去，骑车去", "把蓝天还给孩子"],
  },
  { title: "敬老爱幼", lines: [] },
  {
    title: "灯下有书　心中有路",
    lines: ["每天读几页", "日子一天天厚起来", "眼界一寸寸宽起来"],
  },
  { title: "垃圾分类", lines: [] },
  {
    title: "守一份诚信　立一生根基",
    lines: ["说出的话算数", "答应的事办好"],
  },
  { title: "光盘行动", lines: [] },
  {
    title: "一草一木　皆是家园",
    lines: ["脚下留情", "手边留绿", "春天自会回来", "为每一个人开花"],
  },
  { title: "平安出行", lines: [] },
  {
    title: "搭一把手　暖一座城",
    lines: ["邻里相望", "守望相助"],
  },
  { title: "低碳生活", lines: [] },
  {
    title: "一粥一饭　来之不易",
    lines: ["吃多少，取多少", "碗里不剩一粒米", "心里常念种田人"],
  },
  { title: "诚实守信", lines: [] },
  {
    title: "随手关灯　点亮明天",
    lines: ["省下一度电", "留住一片绿"],
  },
  { title: "邻里守望", lines: [] },
  {
    title: "常回家看看　多陪老人聊聊",
    lines: ["一杯热茶", "一段闲话", "就是最好的孝心"],
  },
  { title: "节约用电", lines: [] },
  {
    title: "系好安全带　平安到家来",
    lines: ["路再近，也要守规矩", "家再远，总有人等你"],
  },
]

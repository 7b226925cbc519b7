import type { Masks } from "./masks.ts"
import type { Note } from "./note.ts"

/** Traditional characters that simplified copy never holds, each before its simplified form. */
const TRADITIONAL: ReadonlyMap<string, string> = new Map(
  (
    "國国會会學学發发經经濟济來来時时對对說说們们這这個个點点體体東东車车長长門门問问間间開开關关" +
    "萬万與与業业義义樂乐書书買买賣卖亂乱爭争於于產产親亲億亿僅仅從从倉仓傳传優优兒儿見见視视覺觉" +
    "觀观記记許许論论設设訪访證证評评識识譯译議议護护讀读變变讓让動动務务勞劳勝胜勢势區区醫医華华" +
    "協协單单嗎吗員员圍围園园圖图團团場场報报壓压壞坏壽寿備备夢梦奪夺奮奋婦妇媽妈孫孙寧宁實实審审" +
    "寫写寬宽將将專专尋寻導导屬属歲岁島岛嶺岭師师帶带幣币幫帮庫库廠厂廣广廳厅張张強强彈弹歸归徑径" +
    "後后復复徵征應应慶庆憂忧戰战戲戏戶户執执揮挥損损換换據据擊击擴扩擁拥擇择擔担攝摄敗败數数敵敌" +
    "斷断舊旧晉晋晝昼曉晓暫暂條条楊杨極极構构樣样樹树橋桥機机檢检權权歐欧歡欢歷历殘残氣气決决" +
    "況况洩泄淚泪淺浅測测湯汤滅灭滿满漁渔漢汉潔洁潛潜濃浓灣湾災灾為为無无煙烟熱热燈灯營营爺爷牆墙" +
    "犧牺狀状獎奖獨独獲获現现環环產产畫画當当療疗盡尽監监盤盘眾众矚瞩礎础礙碍禮礼禍祸種种稱称穩稳" +
    "窮穷競竞筆笔節节範范築筑簡简糧粮糾纠紀纪約约紅红純纯級级紙纸細细終终組组結结給给統统絲丝維维" +
    "綱纲網网緊紧緒绪線线練练縣县總总績绩織织繼继續续罷罢羅罗習习聖圣聞闻聯联聲声職职聽听腦脑臉脸" +
    "臨临舉举興兴艱艰藝艺藥药蘇苏處处號号術术衛卫補补裝装製制複复規规計计訂订訓训詞词該该詳详語语" +
    "誤误請请課课調调談谈諸诸謀谋謝谢證证譽誉豐丰貝贝財财責责貧贫貨货貿贸費费資资賓宾賞赏賴赖質质" +
    "贏赢趕赶趨趋跡迹踐践軍军軌轨軟软較较載载輕轻輛辆輝辉輪轮輸输轉转辦办農农運运過过達达違违遠远" +
    "適适選选遺遗邊边郵邮鄉乡鄰邻醜丑釋释鋼钢錄录錢钱錦锦鎮镇鏡镜鐵铁閉闭閱阅陣阵陰阴陳陈陸陆陽阳" +
    "隊队階阶際际隨随險险雖虽雙双雜杂雞鸡離离難难電电霧雾靜静響响頁页頂顶項项順顺須须預预領领頭头" +
    "題题願愿類类顧顾顯显風风飛飞飯饭飲饮館馆馬马驗验驚惊鬥斗魚鱼鮮鲜鳥鸟麗丽麥麦黃黄齊齐齡龄龍龙"
  )
    .match(/../gu)!
    .map((pair) => [pair[0]!, pair[1]!]),
)

/** Characters that no reader can read: replacement and private-use characters, controls, lone halves. */
export function garbledCharacters(text: string): readonly Note[] {
  const notes: Note[] = [...text.matchAll(MISREAD)].map(({ 0: words, index }) => {
    return garbled(index, index + words.length)
  })
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    const pair = unit >= 0xd800 && unit <= 0xdbff && isLow(text.charCodeAt(i + 1))
    if (pair) {
      i += 1
      continue
    }
    if (!isGarbled(unit)) continue
    const from = i
    while (i + 1 < text.length && isGarbled(text.charCodeAt(i + 1))) i += 1
    notes.push(garbled(from, i + 1))
  }
  return notes
}

/** What text becomes that was read in the wrong coding, and written again. */
const MISREAD =
  /(?:锟斤拷|锟斤|斤拷){1,100}|烫烫烫{1,100}|屯屯屯{1,100}|(?:â€[œ™”“]|Ã[¤¥§©¨]){1,100}/g

function garbled(from: number, to: number): Note {
  return {
    ...{ rule: "words/garbled", from, to, suggest: [] },
    say: { zh: "这里有读不出的字符（乱码）。", en: "Characters here cannot be read." },
  }
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}

function isGarbled(unit: number): boolean {
  if (unit < 0x20) return unit !== 9 && unit !== 10 && unit !== 13
  if (unit >= 0x7f && unit <= 0x9f) return true
  return (unit >= 0xd800 && unit <= 0xf8ff) || unit === 0xfffd || unit === 0xfeff || unit === 0x25a1
}

/** Traditional characters in simplified copy, a run at a time; copy that is traditional is not judged. */
export function traditionalCharacters(text: string, masks: Masks): readonly Note[] {
  const hits: number[] = []
  for (let i = 0; i < text.length; i += 1) if (TRADITIONAL.has(text[i]!)) hits.push(i)
  if (hits.length === 0 || hits.length * 4 > text.length) return []
  return hits
    .filter((at) => masks.title[at] === 0 && masks.quoted[at] === 0)
    .map((at) => {
      const [character, simple] = [text[at]!, TRADITIONAL.get(text[at]!)!]
      return {
        ...{ rule: "words/traditional" as const, from: at, to: at + 1, suggest: [simple] },
        say: {
          zh: `繁体字“${character}”应为“${simple}”。`,
          en: `${character} is simplified ${simple}.`,
        },
      }
    })
}

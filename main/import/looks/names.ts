/** Everyday surnames of one character, the hundred most used first. */
const SURNAMES =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任" +
  "沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤" +
  "常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单" +
  "季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚" +
  "娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘" +
  "池查麻苑迟邝封谈鞠惠荆乐冀胥南班储原栗燕楚"

/** Surnames of two characters. */
const DOUBLE = [
  "欧阳",
  "上官",
  "司马",
  "诸葛",
  "东方",
  "皇甫",
  "尉迟",
  "公孙",
  "慕容",
  "令狐",
  "夏侯",
  "司徒",
]

const HAN_NAME = /^\p{Script=Han}{2,4}$/u
const DOTTED_NAME = /^\p{Script=Han}{1,8}·\p{Script=Han}{1,8}$/u

/** Length of the surname that the text opens with, 0 when it opens with none. */
function surnameLength(text: string): number {
  if (DOUBLE.some((name) => text.startsWith(name))) return 2
  return text !== "" && SURNAMES.includes(text.charAt(0)) ? 1 : 0
}

/** True when the word may be anyone's name: two to four characters, or two parts with a dot. */
export function mayBeName(word: string): boolean {
  return HAN_NAME.test(word) || DOTTED_NAME.test(word)
}

/** True when the word looks like a name by its surname and length. */
export function isName(word: string): boolean {
  if (DOTTED_NAME.test(word)) return true
  const surname = surnameLength(word)
  return surname > 0 && HAN_NAME.test(word) && word.length - surname <= 2 && word.length > surname
}

/** What officials do in headlines, right after their names. */
const DEEDS =
  /^(?:分获|分别|双双|同获|共同|并列|携手|联袂|联手|一行|出席|参加|主持|调研|检查|督导|督查|督办|会见|会晤|看望|走访|慰问|视察|考察|察看|巡查|巡河|赴|在|到|为|率|带队|与|同|和|深入|强调|要求|部署|研究|宣布|致辞|讲话|作|做客|任|当选|荣获|获|夺|入选|接受|接待|指导|开展|陪同|听取|约谈|宣讲|讲|接访|实地|专题|前往|来|走进|批示|督战|暗访|调度|拜访|对接|参观|观看|为|向|就|谈|捐|摘|夺得|领衔|列席|带头|联系|现场)/

/** Everyday words that have a surname's character and a name's length. */
const NO_NAMES =
  /^(?:金秋|金色|党建|平安|安全|文明|文化|时光|高考|高温|温暖|成长|成就|项目|江河|江南|方言|常态|关爱|关注|关心|万众|万里|千年|和谐|和美|严守|严打|严查|强化|强国|明天|华章|康庄|丰收|春风|青春|青山|左右|农业|农村|农民|商贸|师生|全民|全力|全市|向上|向阳|乐享|解决|解读|解码|谈感想|谈变化|谈体会|查隐患|查问题|查短板|施工|时代|路上|水利|成果|房价|毛尖|牛市|马上|花开|花香|叶茂)$/

/**
 * True when the text opens with a person's name and what the person did: 王明出席…. Where the word
 * before is surely a name, any longer text that opens with a surname counts.
 */
export function opensWithDoer(text: string, before: string): boolean {
  const surname = surnameLength(text)
  if (surname === 0) return false
  if ([1, 2].some((given) => DEEDS.test(text.slice(surname + given)))) return true
  return !NO_NAMES.test(before) && text.length >= before.length + 3
}

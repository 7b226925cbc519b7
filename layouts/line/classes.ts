/**
 * Character classes of Chinese composition, as small numbers so that a paragraph's cells fit in
 * typed arrays. Source: CLREQ #categories_of_punctuation_marks and appendix A.
 */
export const CLASS = {
  /** Ideographs, kana, full-width letters: one em, breakable on both sides. */
  han: 0,
  /** “ ‘ 《 （ …: blank left half. */
  open: 1,
  /** ” ’ 》 ） …: blank right half. */
  close: 2,
  /** ， 、 */
  pause: 3,
  /** ： ； */
  colon: 4,
  /** 。 ． */
  stop: 5,
  /** ！ ？ */
  exclaim: 6,
  /** ·, half an em. */
  interpunct: 7,
  /** - and –, half an em. */
  connector: 8,
  /** ～ and a lone —, one em. */
  longConnector: 9,
  /** / and ／ */
  solidus: 10,
  /** —— or ⸺, two em, one unit. */
  dash: 11,
  /** …… or ⋯⋯, two em, one unit. */
  ellipsis: 12,
  latin: 13,
  digit: 14,
  /** Closing punctuation of Latin text: , . ; : ! ? ) ] } ' " */
  latinClose: 15,
  /** Opening punctuation of Latin text: ( [ { */
  latinOpen: 16,
  /** U+0020: never seen at a line's edges. */
  space: 17,
  /** U+3000: one em, dropped at a line's end. */
  wideSpace: 18,
  /** ￥ $ £ № #: stay with the number after them. */
  prefix: 19,
  /** % ‰ ° ℃ ％: stay with the number before them. */
  postfix: 20,
  /** Anything else: + = → ① … */
  symbol: 21,
  /** U+00AD: a place where a word may be divided; shows a hyphen only there. */
  softHyphen: 22,
  /** ‼ ⁇ ⁈ ⁉, and ： ； ！ ？ in vertical text: one em, nothing to trim. */
  wholeMark: 23,
  /** ・ and ‧: half an em with a quarter of blank on either side. */
  wideInterpunct: 24,
  /** Letters of scripts that are set as they come: Hebrew, Arabic, Thai and the like. */
  letter: 25,
  /** U+0009: leads to the next stop (制表位); white like a space where lines have none. */
  tab: 26,
  /** ² ₂ ⁿ: small figures that are characters; stay with what is before them. */
  smallFigure: 27,
} as const

export type CharClass = (typeof CLASS)[keyof typeof CLASS]

const MARKS: readonly (readonly [CharClass, string])[] = [
  [CLASS.open, "“‘「『（《〈【〖〔［｛〘〚〝｟"],
  [CLASS.close, "”’」』）》〉】〗〕］｝〙〛〞〟｠"],
  [CLASS.pause, "，、"],
  [CLASS.colon, "：；"],
  [CLASS.stop, "。．"],
  [CLASS.exclaim, "！？"],
  [CLASS.wholeMark, "‼⁇⁈⁉"],
  [CLASS.interpunct, "·"],
  [CLASS.wideInterpunct, "・‧"],
  [CLASS.connector, "-–‐‑"],
  [CLASS.longConnector, "—～"],
  [CLASS.solidus, "/／"],
  [CLASS.dash, "⸺"],
  [CLASS.ellipsis, "…⋯"],
  [CLASS.latinClose, ",.;:!?)]}'\""],
  [CLASS.latinOpen, "([{"],
  [CLASS.tab, "\t"],
  [CLASS.space, " \u00a0\u2009\u200a"],
  [CLASS.wideSpace, "\u3000"],
  [CLASS.prefix, "￥¥$£€№#＄￡＃"],
  [CLASS.postfix, "%‰°℃℉％"],
  [CLASS.softHyphen, "\u00ad"],
]

const BY_CODE = new Map<number, CharClass>(
  MARKS.flatMap(([kind, marks]) => [...marks].map((mark) => [mark.codePointAt(0)!, kind] as const)),
)

/** The class of a code point standing alone; pairs and context are the collector's business. */
export function classOf(code: number): CharClass {
  if (code >= 0x4e00 && code <= 0x9fff) return CLASS.han
  const mark = BY_CODE.get(code)
  if (mark !== undefined) return mark
  if (code >= 0x30 && code <= 0x39) return CLASS.digit
  if (isLatin(code)) return CLASS.latin
  if (isSmallFigure(code)) return CLASS.smallFigure
  if (isLetter(code)) return CLASS.letter
  if (isHan(code)) return CLASS.han
  return CLASS.symbol
}

/** Letters that make words: Latin, Greek, Cyrillic. */
function isLatin(code: number): boolean {
  return (
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) ||
    (code >= 0x370 && code <= 0x52f) ||
    (code >= 0x1e00 && code <= 0x1fff)
  )
}

/** Superscripts and subscripts that Unicode has as characters, but for its brackets. */
export function isSmallFigure(code: number): boolean {
  if (code === 0xb2 || code === 0xb3 || code === 0xb9) return true
  return code >= 0x2070 && code <= 0x209c && (code & 0xf) !== 0xd && (code & 0xf) !== 0xe
}

/** Letters of other scripts that are written with spaces or none, from Armenian to Vedic. */
function isLetter(code: number): boolean {
  return (
    (code >= 0x530 && code <= 0x10ff) ||
    (code >= 0x1200 && code <= 0x1cff) ||
    (code >= 0xfb1d && code <= 0xfdff) ||
    (code >= 0xfe70 && code <= 0xfefc)
  )
}

/**
 * One-em characters: ideographs of all planes, kana, bopomofo, full-width forms, radicals, and what
 * was made for want of them (补字), in the planes of private use.
 */
function isHan(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0x2fdf) ||
    (code >= 0x3003 && code <= 0x30ff) ||
    (code >= 0x3100 && code <= 0x4dbf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff01 && code <= 0xff60) ||
    (code >= 0x20000 && code <= 0x3ffff) ||
    code >= 0xf0000
  )
}

/**
 * Marks that join the character before them: combining signs, variation selectors, and controls of
 * text direction and the like, which show nothing.
 */
export function isJoined(code: number): boolean {
  return (
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    (code >= 0xe0100 && code <= 0xe01ef) ||
    (code >= 0x20d0 && code <= 0x20ff) ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    code === 0xfeff ||
    (code < 0x20 && code !== 0x09) ||
    (code >= 0x7f && code < 0xa0)
  )
}

/** Spaces and tabs: white that no line begins with. */
export function isBlank(kind: number): boolean {
  return kind === CLASS.space || kind === CLASS.wideSpace || kind === CLASS.tab
}

/** A class whose full-width mark has a blank right half. */
export function hasTrail(kind: number): boolean {
  return kind >= CLASS.close && kind <= CLASS.exclaim
}

/** Whether a cell is a blank behind another, as in a run of them: a line that they end drops its gap. */
export function inBlanks(kind: Uint8Array, cell: number): boolean {
  return cell > 0 && isBlank(kind[cell]!) && isBlank(kind[cell - 1]!)
}

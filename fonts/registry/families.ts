/** The four families of Chinese newspaper type: 宋 黑 楷 仿宋. */
export type Family = "song" | "hei" | "kai" | "fang"

/** A face that ships with Banxin. `file` is a package path; `licence` stands in fonts/licences/. */
export interface ShippedFace {
  readonly id: string
  readonly family: Family
  readonly weight: number
  readonly file: string
  readonly licence: string
}

const SERIF = "@expo-google-fonts/noto-serif-sc"
const SANS = "@expo-google-fonts/noto-sans-sc"
const WENKAI = "@fontsource/lxgw-wenkai/files"

const song = (weight: number, name: string): ShippedFace => ({
  id: `song-${weight}`,
  family: "song",
  weight,
  file: `${SERIF}/${weight}${name}/NotoSerifSC_${weight}${name}.ttf`,
  licence: "noto-serif-ofl.txt",
})

const hei = (weight: number, name: string): ShippedFace => ({
  id: `hei-${weight}`,
  family: "hei",
  weight,
  file: `${SANS}/${weight}${name}/NotoSansSC_${weight}${name}.ttf`,
  licence: "noto-sans-ofl.txt",
})

const kai = (weight: number): ShippedFace => ({
  id: `kai-${weight}`,
  family: "kai",
  weight,
  file: `${WENKAI}/lxgw-wenkai-latin-${weight}-normal.woff`,
  licence: "lxgw-wenkai-ofl.txt",
})

/** Every face that ships, by family and rising weight. There is no free Fangsong on the registry. */
export const SHIPPED: readonly ShippedFace[] = [
  song(400, "Regular"),
  song(700, "Bold"),
  song(900, "Black"),
  hei(400, "Regular"),
  hei(500, "Medium"),
  hei(700, "Bold"),
  hei(900, "Black"),
  kai(300),
  kai(500),
  kai(700),
]

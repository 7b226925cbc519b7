import { theme, type ThemeConfig } from "antd"

type Algorithm = Exclude<NonNullable<ThemeConfig["algorithm"]>, unknown[]>

/** The desk's type sizes: the compact algorithm makes them even numbers, and too small for 汉字. */
const sizes: Algorithm = (seed, map) => ({
  ...(map ?? theme.compactAlgorithm(seed)),
  fontSize: 13,
  fontSizeSM: 12,
  fontSizeLG: 14,
  lineHeight: 1.5,
  lineHeightSM: 1.5,
})

/** The look of antd's controls on the desk: dense, 13 px, one accent, nothing that moves. */
export function denseTheme(dark: boolean): ThemeConfig {
  const base = dark ? [theme.darkAlgorithm, theme.compactAlgorithm] : [theme.compactAlgorithm]
  return {
    algorithm: [...base, sizes],
    token: { colorPrimary: "#1668dc", motion: false },
  }
}

import type { Page, Region } from "./page.ts"

/** Pages with some frames in other regions; the very same pages where there are none. */
export function withRegions(
  pages: readonly Page[],
  moved: readonly { readonly frame: string; readonly region: Region }[],
): readonly Page[] {
  if (moved.length === 0) return pages
  const regions = new Map(moved.map(({ frame, region }) => [frame, region]))
  return pages.map((page) => ({
    ...page,
    frames: page.frames.map((one) => ({ ...one, region: regions.get(one.id) ?? one.region })),
  }))
}

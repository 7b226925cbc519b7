/** Where this window notes the issue that it shows, so that it is there again after a reload. */
const SHOWN = "banxin.issue"

/** Notes the issue that this window shows; "" is an empty desk. */
export function noteShown(path: string): void {
  sessionStorage.setItem(SHOWN, path)
}

/** The issue that this window showed or was opened for, "" for none; null when nothing was noted. */
export function shownBefore(): string | null {
  return sessionStorage.getItem(SHOWN)
}

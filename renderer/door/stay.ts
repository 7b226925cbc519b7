/**
 * Keeps this window on the desk: no script leads it elsewhere or opens another, and a file that misses
 * its place is not opened instead of the desk. Electron's shell refuses all of it once more.
 */
export function stayHere(): void {
  window.navigation?.addEventListener("navigate", (event) => {
    const here = event.destination.sameDocument || event.navigationType === "reload"
    if (!here && event.cancelable) event.preventDefault()
  })
  window.open = () => null
  for (const name of ["dragover", "drop"] as const)
    window.addEventListener(name, (event) => event.preventDefault())
}

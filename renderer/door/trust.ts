/** What this file needs of Trusted Types; lib.dom does not have them yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML(markup: string): string; createScriptURL(url: string): string },
  ): unknown
}

/**
 * Says what the page's CSP (which demands Trusted Types) lets through: workers from this program's own
 * files, and text without any tag as markup, which is how antd fills its <style> elements. Script text
 * stays forbidden. Does nothing where the browser lacks Trusted Types.
 */
export function trustOwnFiles(): void {
  const { trustedTypes } = globalThis as {
    trustedTypes?: TrustedTypes & { defaultPolicy: unknown }
  }
  if (!trustedTypes || trustedTypes.defaultPolicy) return
  trustedTypes.createPolicy("default", {
    createHTML(markup) {
      if (!markup.includes("<")) return markup
      throw new TypeError("no markup from text")
    },
    createScriptURL(address) {
      const { protocol, host } = new URL(address, location.href)
      if (protocol === location.protocol && host === location.host) return address
      throw new TypeError(`no script from ${address}`)
    },
  })
}

import type { MenuItemConstructorOptions } from "electron"
import type { Preferences } from "../../bridge/contract.ts"

/**
 * The menu of macOS, whose programs have one at the screen's top: what the platform's own keys need
 * (copy, paste, hide, quit). The desk's menus stand in its window on every platform. Undo and redo
 * are not here, for they would be the text field's and not the issue's. Null where windows have none.
 */
export function menuFor(
  platform: NodeJS.Platform,
  language: Preferences["language"],
): MenuItemConstructorOptions[] | null {
  if (platform !== "darwin") return null
  const zh = language === "zh-CN"
  const role = (
    name: NonNullable<MenuItemConstructorOptions["role"]>,
    chinese: string,
  ): MenuItemConstructorOptions => ({ role: name, ...(zh ? { label: chinese } : {}) })
  const line: MenuItemConstructorOptions = { type: "separator" }
  return [
    {
      label: "Banxin",
      submenu: [
        role("about", "关于版心"),
        line,
        role("services", "服务"),
        line,
        role("hide", "隐藏版心"),
        role("hideOthers", "隐藏其他"),
        role("unhide", "全部显示"),
        line,
        role("quit", "退出版心"),
      ],
    },
    { label: zh ? "文件" : "File", submenu: [role("close", "关闭窗口")] },
    {
      label: zh ? "编辑" : "Edit",
      submenu: [
        role("cut", "剪切"),
        role("copy", "拷贝"),
        role("paste", "粘贴"),
        role("selectAll", "全选"),
      ],
    },
    {
      label: zh ? "窗口" : "Window",
      role: "windowMenu",
      submenu: [
        role("minimize", "最小化"),
        role("zoom", "缩放"),
        role("togglefullscreen", "全屏"),
        line,
        role("front", "前置全部窗口"),
      ],
    },
  ]
}

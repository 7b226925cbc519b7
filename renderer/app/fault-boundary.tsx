import { Button } from "antd"
import i18next from "i18next"
import { Component, type ErrorInfo, type ReactNode } from "react"
import { faultHappened } from "../state/fault.ts"
import "../style/about.css"

interface Props {
  /** What stands inside: a panel's name, or the window. */
  readonly where: string
  readonly children: ReactNode
}

/**
 * Keeps a fault of ours inside one panel: the rest of the desk and the issue go on, for the issue
 * does not live in what is drawn.
 */
export class FaultBoundary extends Component<Props, { readonly fault: Error | null }> {
  override state = { fault: null }

  static getDerivedStateFromError(fault: Error): { readonly fault: Error } {
    return { fault }
  }

  override componentDidCatch(fault: Error, { componentStack }: ErrorInfo): void {
    faultHappened(fault, `${this.props.where}${componentStack ?? ""}`)
  }

  override render(): ReactNode {
    const { fault } = this.state as { readonly fault: Error | null }
    if (!fault) return this.props.children
    return (
      <div className="fault" role="alert">
        <strong>{i18next.t("fault.title")}</strong>
        <span>{i18next.t("fault.kept")}</span>
        <code>{fault.message}</code>
        <Button onClick={() => this.setState({ fault: null })}>{i18next.t("fault.again")}</Button>
      </div>
    )
  }
}

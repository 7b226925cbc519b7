import type { Span, SpanLook } from "../../../layouts/issue/text-look.ts"
import { soundSpans } from "../../../layouts/issue/spans.ts"
import { childOf, readXml, type Element } from "../annotations/xml.ts"

/** A paragraph of a document whose characters bear something, as plain words. */
export interface MarkedText {
  readonly text: string
  readonly spans: readonly Span[]
}

/** Longest reading that is one, characters. */
const LONGEST_READING = 80

/** Dots of Word's that are 着重号: below, and those that stand for them in other languages. */
const DOTS: ReadonlySet<string> = new Set(["dot", "underDot", "comma", "circle"])

/** Parts of a paragraph that are no words of it: what was struck out, text boxes, field codes. */
const LEFT_OUT: ReadonlySet<string> = new Set(
  "ppr del movefrom drawing pict object instrtext alternatecontent".split(" "),
)

/** A paragraph while it is read. */
interface Reading {
  text: string
  spans: Span[]
  rubies: number
}

/**
 * What the paragraphs of a Word document bear beside their words, where Word and the desk mean the
 * same: readings (拼音指南), 着重号, superscripts and subscripts. Underlines are left out: they may mean a
 * name, a title, stress or a link. `xml` is the document's main part.
 */
export function marksIn(xml: string): readonly MarkedText[] {
  const marked: MarkedText[] = []
  const notes = { count: 0 }
  const open: Element[] = [readXml(xml)]
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.name === "p") {
      const reading: Reading = { text: "", spans: [], rubies: 0 }
      read(next, {}, reading, notes)
      const spans = soundSpans(reading.spans, reading.text)
      if (spans.length > 0) marked.push({ text: reading.text, spans })
    } else
      for (const child of next.children.toReversed())
        if (typeof child !== "string" && !LEFT_OUT.has(child.name)) open.push(child)
  }
  return marked
}

/** Reads the words under an element and what they bear; notes are numbered as they are shown. */
function read(element: Element, look: SpanLook, into: Reading, notes: { count: number }): void {
  const own = element.name === "r" ? { ...look, ...lookOf(element) } : look
  for (const child of element.children) {
    if (typeof child === "string") {
      if (element.name === "t") write(into, child, own)
    } else if (child.name === "tab") write(into, "\t", own)
    else if (child.name === "br") write(into, "\n", own)
    else if (child.name === "footnotereference" || child.name === "endnotereference") {
      notes.count += 1
      write(into, `[${notes.count}]`, { ...own, script: "super" })
    } else if (child.name === "ruby") readRuby(child, own, into, notes)
    else if (!LEFT_OUT.has(child.name)) read(child, own, into, notes)
  }
}

/** Words under a reading; one that is too long is none, its words stay. */
function readRuby(ruby: Element, look: SpanLook, into: Reading, notes: { count: number }): void {
  const over: Reading = { text: "", spans: [], rubies: 0 }
  const [reading, base] = [childOf(ruby, "rt"), childOf(ruby, "rubybase")]
  if (reading) read(reading, {}, over, { count: 0 })
  const words = over.text.trim()
  const sound = words !== "" && words.length <= LONGEST_READING
  into.rubies += 1
  const under = sound ? { ...look, ruby: words, rubyItem: into.rubies % 3 } : look
  if (base) read(base, under, into, notes)
}

/** What a run's properties say for sure. */
function lookOf(run: Element): SpanLook {
  const properties = childOf(run, "rpr")
  const valueOf = (name: string): string => {
    const property = properties && childOf(properties, name)
    return property?.attributes.get("val") ?? ""
  }
  const raised = valueOf("vertalign")
  return {
    ...(DOTS.has(valueOf("em")) ? { emphasis: "dot" } : {}),
    ...(raised === "superscript" ? { script: "super" } : {}),
    ...(raised === "subscript" ? { script: "sub" } : {}),
  }
}

function write(into: Reading, words: string, look: SpanLook): void {
  const from = into.text.length
  into.text += words
  if (Object.keys(look).length > 0) into.spans.push({ from, to: into.text.length, ...look })
}

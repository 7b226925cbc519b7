const GENERAL = `banxin 版心: composes Chinese newspaper pages (排版)

  banxin compose <articles…>   places and sets articles, writes a PDF and reports
  banxin import <file>         shows the articles that a text holds, with reasons
  banxin check <file>          finds faults of the text (校对), with reasons and a score
  banxin templates             lists the page templates (版式)
  banxin page <articles…>      prints the composed lines of a page as text
  banxin export <issue>        PDFs or PNGs of an issue's pages
  banxin proof <issue>         page proofs (大样) to be signed, or galleys (小样)
  banxin lines <cases.json>    sets short texts, for cases that others wrote
  banxin marks <file> --issue  comments of a PDF, FDF or XFDF as proof marks (导入批注)
  banxin preflight <file.pdf>  looks for what a press would stumble over (印前检查)
  banxin records <issue>       what was done with an issue, its signatures and faults (差错登记)
  banxin workflow [file.json]  checks a paper's own workflow (流程), gives it to an issue
  banxin start                 composes the sample issue into out/
  banxin --help [command]      this text, or a command's
  banxin --version

Results go to stdout, progress to stderr. Exit 0 fine, 1 findings of severity error,
2 bad usage or unreadable input.`

const COMPOSE = `banxin compose <files…> [options]

  <files…>                  articles as .txt, .md (UTF-8, UTF-16, GB18030), .docx or .html
  --template ID             page template (see banxin templates), or a template's FILE.json
  --measure N               body at N 字 a line (9 to 41) on a broadsheet made for it; instead of
                            --template
  --breaks original|free    columns end where the printed original's did, or where they fill (free)
  --standard proof|x1a|x4   a plain PDF, PDF/X-1a:2003 or PDF/X-4 (proof)
  --condition ID|FILE       printing condition: newsprint-ifra26s (built in), ifra26 (registered by
                            name), one that you keep, a condition's FILE.json or a press's FILE.icc
  --bleed MM                bleed on every side, 0 to 30 (the page's own)
  --at TIME                 when the file says it was made, 2026-11-23T22:15:00+08:00 (the issue's day)
  --out FILE.pdf            where the PDF goes; without it none is written
  --override NAME --reason TEXT
                            who answers for the errors of pages written as x1a or x4; kept in the
                            file and in overrides.log, where it else says that nobody signed
  --layout FILE.json        every frame, column and line with its place
  --report FILE.json        breaks, inferred measure, placement, findings, timing
  --fonts FOLDER            your own fonts (TTF, OTF, TTC, WOFF), tried before ours
  --paper NAME              name of the paper in the folio (版心日报)
  --imprint FILE.json       what the paper prints about itself; what it leaves out is not printed:
                            serial, cn, post, authority, publisher, motto, channels, address,
                            postcode, phone, printer, price, editor, designer, reader
  --date YYYY-MM-DD         day of the issue (today)
  --no-marks                no crop marks
  --json                    prints the report as JSON instead of a summary`

const EXPORT = `banxin export <issue folder> [options]

  Exports pages of an issue that no desk has open. Nothing is written before all names are known to
  be free of clashes; each file is written whole or not at all. Ctrl-C leaves no file.
  --pages RANGE             A1-A3,B2, or by their numbers 1-4 (all)
  --out FOLDER              where the files go (.)
  --name PATTERN            their names (a page each: {paper}-{date}-{page}, else {paper}-{date}):
                            {paper} {date} {page} {section} {state} {proof}, or
                            {报名} {日期} {版次} {版名} {进度} {校次}
  --each                    a file for each page, or with --spreads for each sheet
  --spreads                 pages that face each other as one sheet (通版)
  --png [--dpi N]           a picture of each page in place of a PDF, 10 to 2400 dots an inch (150)
  --standard proof|x1a|x4   a plain PDF, PDF/X-1a:2003 or PDF/X-4 (proof)
  --condition ID|FILE       printing condition, as for compose
  --pictures colour|black   on the press's plates or on black alone (a proof: black)
  --quality N               of the pictures' JPEGs, 1 to 100 (88)
  --breaks original|free    where columns end that have no setting of their own (free)
  --bleed MM, --no-marks    the sheet round the page, as for compose
  --marks                   proof marks (校对符号) as comments that other programs read and answer, with
                            leaders and notes in the margins; plain PDFs only (see banxin marks)
  --state WORD              how far the pages are, such as 清样, and
  --proof WORD              the proof's number, such as 三校: in the slug line and in names
  --at TIME                 when the file says it was made (the issue's day)
  --override NAME --reason TEXT
                            for pages with errors, as for compose
  --replace                 replaces files that are there
  --json                    prints {"files": […]} in place of a line a file`

const PROOF = `banxin proof <issue folder> [options of export] [--galley [--articles IDS] [--changes]]

  Page proofs (大样): each page on A3 under a head with its number, state and time, over the boxes
  that it is signed in; a PDF, or with --png pictures.
  --galley                  galleys (小样) on A4 of the articles on the pages instead: headline,
                            author, length, and the text on wide leading with numbered lines
  --articles a1,a2          of these articles, wherever they stand
  --changes                 with what was changed in them since the copy came in (花脸稿), by whose
                            hand: put in underlined, taken out struck above the line`

const IMPORT = `banxin import <file…> [--json]

  Finds the articles in .txt, .md (UTF-8, UTF-16, GB18030), .docx or .html files.
  --json                    one document: articles, column breaks, decisions with reasons`

const CHECK = `banxin check <file…> [--json] [--date YYYY-MM-DD] [--tables FILE,FILE]

  Finds faults in .txt, .md, .docx, .html or an issue folder (.issue): doubled and wrong characters,
  marks by GB/T 15834, numbers by GB/T 15835, dates, units, the paper's own words; each with rule,
  reason and suggestion, and the score as the regulation counts (limit 3 in 10,000).
  --date YYYY-MM-DD         day of the issue, for days without a year (an issue's own)
  --tables FILE             the paper's own tables as CSV or JSON: names, titles, wordings, banned
                            words; without it those that the desk keeps (本报用语表), with none nothing
  --json                    one document: findings and score`

const TEMPLATES = `banxin templates [--json]

  Lists the page templates (版式): sheet, grid in 字 × 行, slots.`

const PAGE = `banxin page <files…> [options of compose] [--pdf FILE] [--png FILE [--dpi N]]

  Prints the composed lines of every page: one line of text a composed line.
  --png FILE.png            a picture of each page; several get their pages' ids before the ending
  --dpi N                   its dots an inch, 10 to 2400 (150); --no-marks cuts it to the trim`

const LINES = `banxin lines FILE.json

  Sets the texts of {"cases": [{"text", "measureEm", "indentEm", "level", "justify", "options"}]} in
  Noto Serif SC and prints the list with the lines and each character's advance in em. Options:
  greedy, trim "none", hang, grid, autospace, vertical, language "hant".`

const MARKS = `banxin marks FILE.pdf|FILE.fdf|FILE.xfdf --issue FOLDER [--json]

  Reads the comments that others made on a proof, finds their words in the issue as it now stands,
  and lists them as proof marks (校对符号), with what was answered to ours. Nothing is applied by itself.
  --proof FILE.pdf          the proof that the comments are of, where their file does not say; the
                            issue's own proofs are known
  --pass N                  proof pass (校次) of new marks, 1 to 9 (1)
  --password WORD           opens a PDF that asks for a password
  --answers FILE.xfdf|.fdf  writes the comments with the issue's answers (已改 不改 存疑) as replies, for the
                            program that they were made in
  --take                    takes the sure ones into the issue; those that are there stay
  --json                    one document: marks with range, quote, place and why they are unsure
  Exit 0 when all are sure, 1 with unsure ones, 2 for a file that cannot be read.`

const PREFLIGHT = `banxin preflight FILE.pdf [--standard x1a|x4|proof] [--condition ID] [--json]

  Looks through a PDF that anyone made: fonts, colours, ink, lines, pictures, boxes, metadata.
  --standard NAME           what it is held against (what the file itself claims, else proof: what any
                            press minds, without a standard's formalities)
  --condition ID|FILE       printing condition, as for compose (newsprint-ifra26s)
  --json                    one document: findings with rule, severity, page, place; see
                            docs/preflight.md
  Exit 0 without errors, 1 with errors, 2 for a file that cannot be read.`

const RECORDS = `banxin records <issue folder> [--json] [--csv FILE]

  Prints the records of an issue and verifies their chain of hashes, its frozen proofs (大样) and the
  pages that were signed for print: one that changed since has a void signature.
  --csv FILE.csv            writes the register of faults (差错登记): its marks with units of fault, and
                            what the checks found that was let stand with a reason (忽略)
  --json                    one document: records, broken, proofs, signed, faults, ignored, score
  Exit 1 when the chain, a proof or a signature does not hold.`

const WORKFLOW = `banxin workflow [FILE.json] [--issue FOLDER] [--name NAME --role ROLE]

  Checks a paper's own workflow (流程): its roles, states, ways from one to another and what must hold
  on each, with a sentence for every fault. Without a file it prints the one in force, the shipped or
  the issue's, to begin one's own from. See docs/workflow.md.
  --issue FOLDER            gives it to an issue, for the pages that have gone no step yet; the others
                            end as they began
  --name NAME --role ROLE   who gives it (as the desk's preferences say)
  Exit 0 when it is sound, 1 with faults, 2 for a file that cannot be read.`

const START = `banxin start [issue folder] [--shell electron|browser|none]

  Composes the sample issue, writes out/ruihe.pdf with its layout and report, prints the fit, and
  opens the desk: in Electron where its program is or can be fetched, else in the system's Chromium,
  Chrome or Edge. Without a display it ends after the PDF.
  A second start has the desk that runs already open the window, with its issue in it.
  --shell NAME              this shell and no other; none opens no desk
  BANXIN_NO_OPEN=1          prints the desk's address and opens no window
  BANXIN_NO_FETCH=1         never fetches Electron
  BANXIN_BROWSER=PROGRAM    the browser to use
  BANXIN_HOME=FOLDER        where the program keeps its own files`

const BY_COMMAND: Readonly<Record<string, string>> = {
  compose: COMPOSE,
  export: EXPORT,
  proof: PROOF,
  import: IMPORT,
  check: CHECK,
  templates: TEMPLATES,
  page: PAGE,
  lines: LINES,
  marks: MARKS,
  preflight: PREFLIGHT,
  records: RECORDS,
  start: START,
  workflow: WORKFLOW,
}

/** The help text of a command, or the general one. */
export function usageOf(command: string | null): string {
  return (command !== null && Object.hasOwn(BY_COMMAND, command) ? BY_COMMAND[command] : GENERAL)!
}

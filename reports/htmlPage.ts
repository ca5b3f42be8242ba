/** The looks of the page, for light and dark screens and for paper. */
const STYLE = `
:root{--ground:#fbfaf7;--card:#fff;--ink:#1d2025;--soft:#6a7078;--line:#e4e1d9;--passed:#1c7c54;--failed:#c0392b;--errored:#8e44ad;--expected:#b8860b;--skipped:#a8adb3;--code:#f3f1ec;
font:15px/1.55 ui-sans-serif,system-ui,-apple-system,"Segoe UI",sans-serif;color-scheme:light dark}
@media(prefers-color-scheme:dark){:root{--ground:#15171b;--card:#1d2026;--ink:#e8e6e1;--soft:#9aa1aa;--line:#31353d;--passed:#4cc38a;--failed:#ff7b6b;--errored:#c58be6;--expected:#e5c453;--skipped:#5f666f;--code:#272b32}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink)}
header,main,footer{max-width:1100px;margin:0 auto;padding:0 24px}
header{padding-top:48px}
.eyebrow{margin:0;letter-spacing:.14em;text-transform:uppercase;font-size:12px;color:var(--soft)}
h1{margin:4px 0 6px;font-size:40px;line-height:1.1;letter-spacing:-.02em;font-weight:650}
h2{margin:0 0 16px;font-size:20px;letter-spacing:-.01em}h2 small{font-weight:400;font-size:13px;color:var(--soft);margin-left:6px}
h3{margin:24px 0 8px;font-size:15px}
.meta{margin:0;color:var(--soft)}
h1.passed,.figure.passed b,b.passed{color:var(--passed)}h1.failed,.figure.failed b{color:var(--failed)}h1.errored,.figure.errored b,b.errored{color:var(--errored)}.figure.expected b,b.expected{color:var(--expected)}.figure.unexpected b,b.unexpected,b.failed{color:var(--failed)}h1.skipped,.figure.skipped b,b.skipped{color:var(--soft)}
.figures{display:flex;flex-wrap:wrap;gap:12px 36px;margin:28px 0 8px}
.figure b{display:block;font-size:26px;line-height:1.2;font-variant-numeric:tabular-nums;font-weight:600}.figure span{color:var(--soft);font-size:13px}
section{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:24px;margin:24px 0}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}
.grid{width:100%}
.grid th,.grid td{padding:9px 14px;text-align:left;border-bottom:1px solid var(--line);white-space:nowrap}
.grid thead th{font-weight:600;vertical-align:bottom}.grid thead small{display:block;font-weight:400;color:var(--soft)}
.grid tbody th{font-weight:500}.grid th small{color:var(--soft);font-weight:400}
.grid tfoot th,.grid tfoot td{border-bottom:0;border-top:2px solid var(--line);font-weight:600}
.grid a{color:inherit;text-decoration-color:var(--line);text-underline-offset:3px}
.number{display:block}.number small{color:var(--soft);font-weight:400}
td.unexpected .number,td.failed .number{color:var(--failed);font-weight:600}td.expected .number{color:var(--expected);font-weight:600}td.errored .number{color:var(--errored);font-weight:600}td.skipped .number,td.empty{color:var(--skipped)}
.bar{display:flex;height:4px;min-width:90px;border-radius:2px;overflow:hidden;background:var(--line);margin-top:5px}
.bar i.passed{background:var(--passed)}.bar i.expected{background:var(--expected)}.bar i.unexpected,.bar i.failed{background:var(--failed)}.bar i.errored{background:var(--errored)}.bar i.skipped{background:var(--skipped);opacity:.45}
code,pre{font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
.failure{border:1px solid var(--line);border-left:3px solid var(--failed);border-radius:8px;margin:8px 0;padding:10px 14px}
.failure>summary{cursor:pointer;overflow-wrap:anywhere}
.glance{float:right;color:var(--failed);font-size:13px}
.failure.known{border-left-color:var(--expected)}.known .glance{color:var(--expected)}
.failure[open]>summary{margin-bottom:8px}
.clause{font-size:12px;padding:1px 7px;border-radius:9px;background:var(--code);color:var(--soft);white-space:nowrap}
.first b{color:var(--failed)}
.differences{width:100%;margin:8px 0}.differences th{font-size:12px;color:var(--soft);font-weight:500;text-align:left}
.differences td,.differences th{padding:5px 12px 5px 0;border-bottom:1px solid var(--line);vertical-align:top}
.differences td code{overflow-wrap:anywhere}.differences td small{display:block;color:var(--soft)}
.want code{color:var(--passed)}.gave code{color:var(--failed)}
.data{margin:4px 0}.data summary{cursor:pointer;color:var(--soft);font-size:13px}
.data pre{background:var(--code);border-radius:6px;padding:12px;overflow:auto;max-height:420px;margin:6px 0}
.reproduce{display:flex;gap:10px;align-items:center;background:var(--code);border-radius:6px;padding:8px 10px;margin:10px 0 0;overflow-x:auto}
.reproduce code{white-space:nowrap}
button{font:inherit;font-size:12px;border:1px solid var(--line);border-radius:5px;background:var(--card);color:var(--ink);cursor:pointer;padding:1px 9px}
.reasons{list-style:none;margin:0;padding:0}.reasons li{padding:3px 0;overflow-wrap:anywhere}.reasons b{display:inline-block;min-width:44px;font-variant-numeric:tabular-nums}
.reasons small{color:var(--soft)}.reasons small code{font-size:12px}
.trouble{border-left:3px solid var(--errored);padding-left:12px;color:var(--errored)}
footer{color:var(--soft);font-size:13px;padding-bottom:48px}
@media print{section{break-inside:avoid;border:0;padding:0}button{display:none}}
`.trim()

/** Copies the line that reproduces a failure. */
const SCRIPT = `
document.addEventListener("click",(event)=>{
const button=event.target.closest("[data-copy]");if(!button)return;
navigator.clipboard?.writeText(button.nextElementSibling.textContent).then(()=>{button.textContent="copied"});
});
`.trim()

/** What a page shows besides its looks. All parts are markup already. */
export interface PageParts {
  readonly title: string
  readonly header: string
  readonly main: string
  readonly footer: string
}

/** A page that needs nothing besides itself. */
export function htmlPage({ title, header, main, footer }: PageParts): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
${header}
</header>
<main>
${main}
</main>
<footer>${footer}</footer>
<script>${SCRIPT}</script>
</body>
</html>
`
}

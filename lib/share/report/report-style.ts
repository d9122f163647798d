/** Follows the reader's theme; prints on paper. Both palettes have 7:1 of contrast between text and page. */
export const REPORT_STYLE = `
:root{color-scheme:light dark;--page:#fff;--ink:#171b26;--soft:#454c5e;--line:#cfd4df}
@media(prefers-color-scheme:dark){:root{--page:#12151d;--ink:#eceef4;--soft:#b4bccd;--line:#343b4c}}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{max-width:60rem;margin:0 auto;padding:2rem 1rem}
h1{margin:0 0 .5rem;font-size:1.75rem;overflow-wrap:anywhere}
h2{margin:2rem 0 .75rem;font-size:1.25rem}
h3{margin:0 0 .25rem;font-size:1rem;overflow-wrap:anywhere}
p{margin:0 0 .5rem;max-width:70ch}
.soft{color:var(--soft);font-size:.875rem}
.severity{display:inline-block;border:1.5px solid;border-radius:3px;padding:0 .4rem;font-size:.8rem}
article{border:1px solid var(--line);border-radius:4px;padding:1rem;margin:0 0 1rem;break-inside:avoid}
table{border-collapse:collapse;width:100%;margin:.5rem 0;font-size:.875rem}
th,td{text-align:left;vertical-align:top;border-bottom:1px solid var(--line);padding:.25rem .75rem .25rem 0;overflow-wrap:anywhere;white-space:pre-line}
tbody th{font-weight:400;color:var(--soft)}
.figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(11rem,1fr));gap:.75rem;margin:0}
dt{color:var(--soft);font-size:.875rem}
dd{margin:0;font-weight:600;overflow-wrap:anywhere}
li{margin:0 0 .5rem;max-width:70ch}
`;

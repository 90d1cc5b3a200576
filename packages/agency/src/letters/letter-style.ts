/** Black on white and large, for paper of A4: no colour, no picture, nothing that is loaded. */
export const letterStyle = `@page{size:A4;margin:13mm 18mm}
body{font:12pt/1.3 Arial,"Liberation Sans","DejaVu Sans Condensed",sans-serif;color:#000;background:#fff;max-width:174mm;margin:0 auto}
h1{font-size:19pt;line-height:1.2;margin:4mm 0 2mm}h2{font-size:14pt;margin:3.5mm 0 .5mm;break-after:avoid}h3{font-size:12pt;margin:2mm 0 0;break-after:avoid}
p{margin:.7mm 0}blockquote{margin:.7mm 0;padding-left:3mm;border-left:1mm solid #000}ol,ul{margin:.7mm 0;padding-left:7mm}li{break-inside:avoid;margin-bottom:1.2mm}
header{display:flex;flex-wrap:wrap;justify-content:space-between;gap:5mm}address{font-style:normal;white-space:pre-line}body{overflow-wrap:anywhere}
.code{font-size:24pt;font-weight:bold;border:.8mm solid #000;padding:1mm 5mm;display:inline-block;margin:1mm 0}
.answer{break-before:page}.strip{border-top:.5mm dashed #000;margin-top:5mm;break-inside:avoid}
.strip ul{list-style:none;padding-left:0}.strip ul ul{padding-left:9mm}.parts{display:flex;flex-wrap:wrap;gap:0 6mm}
.box{display:inline-block;width:4.5mm;height:4.5mm;border:.5mm solid #000;vertical-align:-.8mm;margin-right:2.5mm}
.line{display:inline-block;border-bottom:.3mm solid #000;width:70mm;max-width:100%;height:7mm}
section{break-inside:avoid-page}@media screen{body{padding:8mm}}`;

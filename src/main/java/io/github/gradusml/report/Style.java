package io.github.gradusml.report;

/** How a page of HTML looks, on a screen and on A4 paper. */
final class Style {
  static final String CSS =
      """
      @page { size: A4; margin: 18mm 16mm 20mm; }
      html { font: 16px/1.55 system-ui, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", Arial,
        sans-serif; color: #222; background: #fff; -webkit-text-size-adjust: 100%; }
      body { max-width: 50rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
      header { border-bottom: 3px solid #0072b2; margin-bottom: 1.5rem; }
      h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 0.4rem; overflow-wrap: anywhere; }
      header p { color: #555; margin: 0 0 1rem; overflow-wrap: anywhere; }
      nav { background: #f4f7fa; border-radius: 6px; padding: 0.8rem 1rem; margin-bottom: 1rem; }
      nav ol { margin: 0; padding-left: 1.6rem; columns: 2; column-gap: 2rem; }
      nav a { color: #005a8c; text-decoration: none; }
      nav a:hover { text-decoration: underline; }
      h2 { font-size: 1.3rem; line-height: 1.3; margin: 2.4rem 0 0.6rem; color: #0a3a5a;
        break-after: avoid; }
      p, li { overflow-wrap: anywhere; }
      li { break-inside: avoid; }
      section > p { break-inside: avoid; break-after: avoid; }
      p { margin: 0 0 0.9rem; }
      .wide { overflow-x: auto; margin: 1rem 0 1.4rem; }
      table { min-width: min(100%, 22rem); border-collapse: collapse; font-size: 0.9rem; line-height: 1.35;
        font-variant-numeric: tabular-nums; }
      caption { text-align: left; color: #555; padding-bottom: 0.4rem; white-space: nowrap; }
      th, td { padding: 0.28rem 1.1rem 0.28rem 0; text-align: left; vertical-align: top;
        font-weight: normal; border-bottom: 1px solid #e3e8ec; overflow-wrap: break-word;
        max-width: 30rem; }
      th { max-width: 18rem; }
      thead th { font-weight: 600; vertical-align: bottom; border-bottom: 2px solid #9fb3c1; }
      thead td { border-bottom: 2px solid #9fb3c1; }
      .n { text-align: right; white-space: nowrap; }
      thead .n { white-space: normal; }
      tr, .short { break-inside: avoid; }
      .bar { min-width: 9rem; vertical-align: middle; padding-right: 0; }
      .bar div { position: relative; height: 0.75rem;
        background: linear-gradient(#b8c4cc, #b8c4cc) 50% 0 / 1px 100% no-repeat; }
      .bar span { position: absolute; top: 0; bottom: 0; }
      .up { background: #0072b2; }
      .down { background: #d55e00; }
      .up, .down { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      figure { margin: 1.2rem 0 1.6rem; break-inside: avoid; }
      figure svg { display: block; width: 100%; max-width: 44rem; height: auto; }
      figcaption { color: #555; font-size: 0.9rem; margin-top: 0.3rem; }
      @media (max-width: 36rem) { nav ol { columns: 1; } h1 { font-size: 1.5rem; } }
      @media print {
        html { font-size: 10.5pt; }
        body { max-width: none; padding: 0; }
        nav { background: none; border: 1px solid #ccc; }
        .wide { overflow: visible; }
        figure svg { max-width: 15cm; }
      }
      """;

  private Style() {}
}

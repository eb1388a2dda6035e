/** The style sheet of the page of the HTTP API: reads in light and dark, on a phone, and on paper. */
export const docsStyle = /* css */ `:root {
  color-scheme: light dark;
  --ink: light-dark(#1d2521, #e6ebe7);
  --quiet: light-dark(#55605a, #a3aea8);
  --paper: light-dark(#fbfaf7, #151a18);
  --card: light-dark(#ffffff, #1d2421);
  --line: light-dark(#dcdfd9, #35403a);
  --accent: light-dark(#0b5d4b, #7cd0b5);
}

* {
  box-sizing: border-box;
}

body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font:
    1rem/1.55 'Noto Sans',
    system-ui,
    sans-serif;
}

main {
  max-inline-size: 56rem;
  margin-inline: auto;
  padding: 2rem 1rem 4rem;
}

h1 {
  font-size: 1.75rem;
  line-height: 1.2;
}

h2 {
  margin-block: 2.5rem 1rem;
  font-size: 1.25rem;
}

h3 {
  margin: 0;
  font-size: 1rem;
  font-weight: 600;
  overflow-wrap: anywhere;
}

a {
  color: var(--accent);
}

nav ul {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 1.25rem;
  margin: 0;
  padding: 0;
  list-style: none;
}

article {
  margin-block-end: 1rem;
  padding: 1rem 1.25rem;
  border: 1px solid var(--line);
  border-radius: 0.5rem;
  background: var(--card);
  break-inside: avoid;
}

.method {
  display: inline-block;
  min-inline-size: 4.25rem;
  padding-inline: 0.5rem;
  border: 1px solid currentcolor;
  border-radius: 0.25rem;
  color: var(--quiet);
  font-size: 0.8125rem;
  text-align: center;
}

.method.post {
  color: var(--accent);
}

.method.delete {
  color: light-dark(#9c2b1b, #f0a08f);
}

dl {
  display: grid;
  grid-template-columns: 7rem minmax(0, 1fr);
  gap: 0.375rem 1rem;
  margin: 0.75rem 0 0;
}

dt {
  color: var(--quiet);
}

dd {
  margin: 0;
  min-inline-size: 0;
}

code,
pre {
  font-family: ui-monospace, 'Cascadia Mono', Menlo, monospace;
  font-size: 0.875rem;
}

pre {
  margin: 0.25rem 0 0;
  padding: 0.625rem 0.75rem;
  border-radius: 0.375rem;
  background: var(--paper);
  white-space: pre-wrap;
  overflow-wrap: anywhere;
}

:focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: 2px;
}

@media (max-width: 40rem) {
  dl {
    grid-template-columns: 1fr;
    gap: 0.125rem;
  }

  dd {
    margin-block-end: 0.5rem;
  }
}
`;

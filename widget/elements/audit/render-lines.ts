import { html, nothing, type TemplateResult } from 'lit';
import { ta } from '../../strings/administrator.ts';
import { clockWithSeconds, day } from '../../strings/index.ts';
import { lineWords, type Names } from './line-words.ts';
import type { RecordLine } from './read-record.ts';

/** The lines, a sentence each, under the day on which they were written. */
export function renderLines(lines: readonly RecordLine[], names: Names): TemplateResult {
  let last = '';
  return html`<ol class="record">
    ${lines.map((line) => {
      const date = day(line.at);
      const isNew = date !== last;
      last = date;
      return html`${isNew ? html`<li class="day">${date}</li>` : nothing}${renderLine(line, names)}`;
    })}
  </ol>`;
}

function renderLine(line: RecordLine, names: Names): TemplateResult {
  const { who, from, what, about, conversation, details } = lineWords(line, names);
  return html`<li class="line">
    <time datetime=${new Date(line.at).toISOString()}>${clockWithSeconds(line.at)}</time>
    <div class="said">
      <p>
        <bdi class="strong">${who}</bdi> <span>${what}</span>
        ${conversation === '' ? nothing : html`<bdi class="where">${conversation}</bdi>`}
        ${about.map((name) => html`<bdi class="about">${name}</bdi>`)}
        ${from === '' ? nothing : html`<span class="quiet">${from}</span>`}
      </p>
      ${
        details.length === 0
          ? nothing
          : html`<ul class="details">
              ${details.map((detail) => html`<li dir="auto">${detail}</li>`)}
            </ul>`
      }
    </div>
    <details class="raw">
      <summary title=${ta('recordRaw')}>
        <span class="visually-hidden">${ta('recordRaw')}, </span>${line.offset}
      </summary>
      <pre dir="ltr" tabindex="0">${JSON.stringify(line, undefined, 1)}</pre>
    </details>
  </li>`;
}

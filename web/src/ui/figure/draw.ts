/** The one module that knows the plotting library; it is loaded when a figure is shown. */
import { axisX, axisY, barX, barY, plot, ruleX, ruleY, text } from '@observablehq/plot';
import type { DrawOptions, FigureRow } from './types';

const ink = 'var(--figure-ink)';
const soft = 'var(--figure-soft)';
const line = 'var(--figure-line)';
/** About the width of a letter at the size of the style sheet, to keep room for labels. */
const letter = 7.4;

/** Draws one figure. The colours are variables of the page, so that the scheme may change. */
export function draw(options: DrawOptions): SVGSVGElement {
  const svg = (options.form === 'bars' ? bars(options) : columns(options)) as SVGSVGElement;
  // The library brings a `<style>` of its own, which the content policy refuses; what it says
  // is in our style sheet. Inside, names on groups without a role would confuse screen readers.
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const part of svg.children) part.setAttribute('aria-hidden', 'true');
  for (const part of svg.querySelectorAll('g[aria-label]')) {
    part.setAttribute('data-part', part.getAttribute('aria-label') ?? '');
    part.removeAttribute('aria-label');
  }
  return svg;
}

/** The drawn bars, in the order of the rows. */
export const barsOf = (svg: SVGSVGElement) => [
  ...svg.querySelectorAll<SVGRectElement>('g[data-part="bar"] rect'),
];

const opacity = (row: FigureRow) => (row.unfinished ? 0.45 : 1);

function bars({ rows, mark, width }: DrawOptions) {
  const longest = Math.max(...rows.map(({ label }) => label.length), 4);
  const room = Math.min(Math.ceil(longest * letter) + 16, Math.floor(width * 0.42));
  const fits = Math.floor((room - 16) / letter);
  const most = Math.max(...rows.map(({ value }) => value), mark ? mark.at + 1 : 1);
  return plot({
    width,
    height: rows.length * 36 + 34,
    marginLeft: room,
    marginRight: 34,
    marginTop: 26,
    marginBottom: 6,
    x: { domain: [0, most], axis: null },
    y: { domain: rows.map(({ key }) => key), padding: 0.28 },
    marks: [
      axisY({
        tickSize: 0,
        label: null,
        fill: ink,
        tickFormat: (key: string) => shortened(rows.find((row) => row.key === key)?.label, fits),
      }),
      barX([...rows], { x: 'value', y: 'key', fill: 'var(--figure-mark)', rx: 3 }),
      text([...rows], {
        x: 'value',
        y: 'key',
        text: 'value',
        dx: 8,
        textAnchor: 'start',
        fill: ink,
      }),
      ruleX([0], { stroke: line }),
      ...(mark
        ? [
            ruleX([mark.at], { stroke: soft, strokeDasharray: '4 4' }),
            text([mark], {
              x: 'at',
              frameAnchor: 'top',
              dy: -18,
              text: 'label',
              textAnchor: mark.at > most / 2 ? 'end' : 'start',
              fill: soft,
            }),
          ]
        : []),
    ],
  });
}

function columns({ rows, width }: DrawOptions) {
  const most = Math.max(...rows.map(({ value }) => value), 1);
  const longest = Math.max(...rows.map(({ label }) => label.length), 1);
  const every = Math.max(1, Math.ceil(((longest + 1) * letter) / (width / rows.length)));
  return plot({
    width,
    height: 220,
    marginLeft: 4,
    marginRight: 4,
    marginTop: 24,
    marginBottom: 30,
    x: { domain: rows.map(({ key }) => key), padding: 0.25 },
    y: { domain: [0, most], axis: null },
    marks: [
      axisX({
        tickSize: 0,
        label: null,
        fill: ink,
        // The last one always has its label; the others as far as there is room.
        ticks: rows.filter((_, at) => (rows.length - 1 - at) % every === 0).map(({ key }) => key),
        tickFormat: (key: string) => rows.find((row) => row.key === key)?.label ?? '',
      }),
      barY([...rows], {
        x: 'key',
        y: 'value',
        fill: 'var(--figure-mark)',
        fillOpacity: opacity,
        rx: 3,
      }),
      text([...rows], { x: 'key', y: 'value', text: 'value', dy: -10, fill: ink }),
      ruleY([0], { stroke: line }),
    ],
  });
}

const shortened = (label: string | undefined, fits: number) =>
  label && label.length > fits ? `${label.slice(0, Math.max(fits - 1, 1))}…` : (label ?? '');

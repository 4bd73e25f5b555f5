/** What some amount of work costs. */
export interface Point {
  /** Bytes. */
  readonly size: number;
  /** Seconds. */
  readonly cost: number;
}

export interface Panel {
  readonly title: string;
  readonly lines: readonly { readonly name: string; readonly points: readonly Point[] }[];
}

const PANEL = { width: 320, height: 240, left: 48, right: 30, top: 28, bottom: 34 };
/** Colours that stand out from white and from black. */
const COLOURS = ['#3f86c7', '#c7713f'];
const GREY = '#808080';

/**
 * Panels side by side as SVG, both axes in powers of ten, with a dashed line for what grows as the work does. It has no
 * background and no black or white, so that it can be read in light and dark.
 */
export function plot(panels: readonly Panel[]): string {
  const drawn = panels.map(
    (panel, index) => `<g transform="translate(${index * PANEL.width} 0)">${drawPanel(panel)}</g>`,
  );
  const width = panels.length * PANEL.width;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${PANEL.height}" viewBox="0 0 ${width} ${PANEL.height}" role="img" aria-label="Processor time by size" font-family="sans-serif" font-size="11" fill="${GREY}">\n${drawn.join('\n')}\n</svg>\n`;
}

function drawPanel({ title, lines }: Panel): string {
  const points = lines.flatMap((line) => line.points);
  const x = scale(
    points.map(({ size }) => size),
    PANEL.left,
    PANEL.width - PANEL.right,
  );
  const y = scale(
    points.map(({ cost }) => cost),
    PANEL.height - PANEL.bottom,
    PANEL.top,
  );
  const grid = [
    ...x.powers.map((power) => {
      const at = x.place(10 ** power);
      return `<path d="M${at} ${PANEL.top}V${PANEL.height - PANEL.bottom}" stroke="${GREY}" stroke-opacity="0.3"/><text x="${at}" y="${PANEL.height - PANEL.bottom + 14}" text-anchor="middle">${sizeName(power)}</text>`;
    }),
    ...y.powers.map((power) => {
      const at = y.place(10 ** power);
      return `<path d="M${PANEL.left} ${at}H${PANEL.width - PANEL.right}" stroke="${GREY}" stroke-opacity="0.3"/><text x="${PANEL.left - 4}" y="${at + 4}" text-anchor="end">${timeName(power)}</text>`;
    }),
  ];
  const drawn = lines.map(({ name, points: own }, index) => {
    const colour = COLOURS[index % COLOURS.length]!;
    const places = own.map(({ size, cost }) => `${x.place(size)} ${y.place(cost)}`);
    const last = own.at(-1)!;
    const dots = own.map(
      ({ size, cost }) => `<circle cx="${x.place(size)}" cy="${y.place(cost)}" r="2.5" fill="${colour}"/>`,
    );
    return `<path d="M${places.join('L')}" fill="none" stroke="${colour}" stroke-width="1.5"/>${dots.join('')}<text x="${x.place(last.size) - 6}" y="${y.place(last.cost) - 6}" text-anchor="end" fill="${colour}">${name}</text>`;
  });
  return `<text x="${PANEL.left}" y="16" font-size="12">${title}</text>${grid.join('')}${linear(lines[0]!.points, x, y)}${drawn.join('')}`;
}

/** Through the last point, as far down as the panel goes. */
function linear(points: readonly Point[], x: Scale, y: Scale): string {
  const { size, cost } = points.at(-1)!;
  const least = Math.max(10 ** x.powers[0]!, size * (10 ** y.powers[0]! / cost));
  const start = `${x.place(least)} ${y.place((cost * least) / size)}`;
  return `<path d="M${start}L${x.place(size)} ${y.place(cost)}" stroke="${GREY}" stroke-dasharray="4 3"/>`;
}

interface Scale {
  /** Of ten, from the one below the least value to the one above the greatest. */
  readonly powers: readonly number[];
  place(value: number): number;
}

function scale(values: readonly number[], from: number, to: number): Scale {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  return {
    powers: Array.from({ length: high - low + 1 }, (_, index) => low + index),
    place: (value) => Math.round((from + ((Math.log10(value) - low) / (high - low)) * (to - from)) * 10) / 10,
  };
}

function sizeName(power: number): string {
  const [unit, start] = power < 3 ? ['B', 0] : power < 6 ? ['KB', 3] : power < 9 ? ['MB', 6] : ['GB', 9];
  return `${10 ** (power - start)} ${unit}`;
}

function timeName(power: number): string {
  return power < 0 ? `${10 ** (power + 3)} ms` : `${10 ** power} s`;
}

/** A drawn chart as a picture, painted shape by shape: pages may load no picture that is not the server's own. */

/** What stands around the chart on its picture. */
export interface PictureWords {
  readonly title: string;
  readonly sentence: string;
  /** Under the chart, one after the other. */
  readonly beneath: readonly string[];
}

/** Twice as fine as the screen, so that it is sharp on paper. */
const SCALE = 2;
const EDGE = 24;
const LINE = 22;

/** The chart, or several beside each other within one element, with its words as a PNG, in the colours of the page. */
export async function paintPicture(svg: SVGSVGElement | HTMLElement, words: PictureWords): Promise<Blob> {
  const box = svg.getBoundingClientRect();
  const width = box.width + 2 * EDGE;
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('This browser cannot paint.');
  const { fontFamily, color } = getComputedStyle(svg);
  const fonts = { title: `600 18px ${fontFamily}`, text: `15px ${fontFamily}` };
  pen.font = fonts.text;
  const above = wrap(pen, [words.sentence], box.width);
  const beneath = wrap(pen, words.beneath, box.width);
  const chartTop = EDGE + 26 + above.length * LINE + 12;
  canvas.width = width * SCALE;
  canvas.height = (chartTop + box.height + 12 + beneath.length * LINE + EDGE) * SCALE;
  pen.scale(SCALE, SCALE);
  pen.fillStyle = getComputedStyle(document.body).backgroundColor;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = color;
  pen.font = fonts.title;
  pen.fillText(words.title, EDGE, EDGE + 14);
  pen.font = fonts.text;
  for (const [i, line] of above.entries()) pen.fillText(line, EDGE, EDGE + 40 + i * LINE);
  for (const [i, line] of beneath.entries()) pen.fillText(line, EDGE, chartTop + box.height + 26 + i * LINE);
  for (const shape of svg.querySelectorAll<SVGGraphicsElement>('path, line, circle, rect, text'))
    if (shape.closest('defs, clipPath') === null) paintShape(pen, shape, { left: EDGE - box.left, top: chartTop - box.top });
  return await new Promise((done, fail) => {
    canvas.toBlob((blob) => (blob === null ? fail(new Error('The picture could not be made.')) : done(blob)), 'image/png');
  });
}

function wrap(pen: CanvasRenderingContext2D, texts: readonly string[], width: number): string[] {
  return texts.flatMap((text) => {
    const lines = [''];
    for (const word of text.split(' ')) {
      const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
      if (lines.at(-1) === '' || pen.measureText(longer).width <= width) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  });
}

interface Shift {
  readonly left: number;
  readonly top: number;
}

function paintShape(pen: CanvasRenderingContext2D, shape: SVGGraphicsElement, { left, top }: Shift): void {
  const place = shape.getScreenCTM();
  const style = getComputedStyle(shape);
  if (place === null || style.visibility === 'hidden' || style.display === 'none' || style.opacity === '0') return;
  pen.save();
  const { a, b, c, d, e, f } = place;
  pen.setTransform(SCALE * a, SCALE * b, SCALE * c, SCALE * d, SCALE * (e + left), SCALE * (f + top));
  if (shape instanceof SVGTextElement) paintText(pen, shape, style);
  else paintOutline(pen, outlineOf(shape), style);
  pen.restore();
}

function outlineOf(shape: SVGGraphicsElement): Path2D {
  if (shape instanceof SVGPathElement) return new Path2D(shape.getAttribute('d') ?? '');
  const number = (name: string): number => Number(shape.getAttribute(name) ?? 0);
  const path = new Path2D();
  if (shape instanceof SVGCircleElement) path.arc(number('cx'), number('cy'), number('r'), 0, 2 * Math.PI);
  else if (shape instanceof SVGRectElement) path.rect(number('x'), number('y'), number('width'), number('height'));
  else {
    path.moveTo(number('x1'), number('y1'));
    path.lineTo(number('x2'), number('y2'));
  }
  return path;
}

function paintOutline(pen: CanvasRenderingContext2D, path: Path2D, style: CSSStyleDeclaration): void {
  if (style.fill !== 'none') {
    pen.fillStyle = style.fill;
    pen.fill(path);
  }
  if (style.stroke === 'none') return;
  pen.strokeStyle = style.stroke;
  pen.lineWidth = Number.parseFloat(style.strokeWidth);
  pen.lineJoin = 'round';
  pen.setLineDash(style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(/[\s,]+/).map(Number.parseFloat));
  pen.stroke(path);
}

function paintText(pen: CanvasRenderingContext2D, shape: SVGTextElement, style: CSSStyleDeclaration): void {
  pen.fillStyle = style.fill;
  pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const spans = [...shape.querySelectorAll('tspan')];
  for (const part of spans.length === 0 ? [shape] : spans) {
    if (part.getNumberOfChars() === 0) continue;
    const { x, y } = part.getStartPositionOfChar(0);
    pen.fillText(part.textContent, x, y);
  }
}

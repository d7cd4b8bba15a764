import type { OverviewView } from '@plumbline/analytics/overview';
import { dateInWords } from '@plumbline/analytics/wording';
import { paintPicture } from '../../../parts/chart/paint-picture.ts';

/** Copies the lines with the page's sentence; where the browser copies no pictures, they are saved as a file. */
export async function savePicture(drawn: HTMLElement, view: OverviewView): Promise<'copied' | 'saved'> {
  const { title, note } = view.lines;
  const beneath = [note, `${view.council}, as of ${dateInWords(view.today)}.`];
  const picture = await paintPicture(drawn, { title, sentence: view.sentence, beneath });
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
    return 'copied';
  } catch {
    // Browsers refuse for reasons of their own, and some copy no pictures at all; a file does as well.
    return saved(picture);
  }
}

function saved(picture: Blob): 'saved' {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(picture);
  link.download = 'supervision-at-a-glance.png';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return 'saved';
}

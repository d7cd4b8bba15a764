import { monthNameOf } from '../impact/month-axis.ts';
import { furtherFigures } from './further-figures.ts';
import { mainFigures } from './main-figures.ts';
import { overviewInWords } from './overview-sentence.ts';
import { serviceLines } from './service-lines.ts';
import type { OverviewSource, OverviewView } from './views.ts';

/** The page of a whole council, finished for laying out. Nothing in it names anybody, ranks anybody or says what brought anything about. */
export function overviewOf(source: OverviewSource): OverviewView {
  const lines = serviceLines(source);
  const { council, today, months } = source;
  return {
    council,
    today,
    month: monthNameOf(months.at(-1) ?? today),
    sentence: overviewInWords(source, lines.whole),
    main: mainFigures(source),
    further: furtherFigures(source),
    lines,
  };
}

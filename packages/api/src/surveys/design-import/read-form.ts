import type { DesignOrigin } from '@plumbline/database';
import type { ForeignForm, ImportRefusal, ImportResult } from './imported-form.ts';
import { readLimeSurvey } from './lime-survey.ts';
import { readSurveyJs } from './survey-js.ts';
import { toInstrument } from './to-instrument.ts';

/** Signs that a file may have. */
export const LARGEST_FORM = 900_000;

export type ReadForm = ImportResult & { readonly origin: DesignOrigin };

/** Reads a form of LimeSurvey or SurveyJS, whichever it is by its first sign; every refusal is a value. */
export function readForm(text: string, lineagePrefix: string): ReadForm {
  const isXml = text.trimStart().startsWith('<');
  const origin: DesignOrigin = isXml ? 'limesurvey' : 'surveyjs';
  if (text.length > LARGEST_FORM) return { ok: false, refusal: 'too-large', origin };
  const read: ForeignForm | ImportRefusal = isXml ? readLimeSurvey(text) : readSurveyJs(text);
  if (typeof read === 'string') return { ok: false, refusal: read, origin };
  return { ok: true, ...toInstrument(read, lineagePrefix), origin };
}

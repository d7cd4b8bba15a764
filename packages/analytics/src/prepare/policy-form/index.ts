export { attributeInWords, conditionInWords } from '../policy-words.ts';
export { buildForms, type Schema } from './build-forms.ts';
export { fits, fitsGroup, isRecord } from './fits.ts';
export type { FormControl, FormField, FormOption, PolicyForms, RuleForm, Suggest } from './form-model.ts';

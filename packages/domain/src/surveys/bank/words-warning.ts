/** Said before anybody types words of their own. */
export const WORDS_WARNING =
  'Please name or describe no child, family or colleague. Nobody watches this box: if you are worried about somebody’s safety, raise it today in the usual way.';

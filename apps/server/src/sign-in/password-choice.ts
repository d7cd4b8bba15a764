/** Words with which people begin a password that others guess first. */
const GUESSED_FIRST = [
  'password',
  'passw0rd',
  'welcome',
  'letmein',
  'qwerty',
  'qwertyuiop',
  'iloveyou',
  'monday',
  'january',
  'summer',
  'winter',
  'council',
  'supervision',
  'supervisor',
  'plumbline',
  'plumbline-demo',
  'socialwork',
  'socialworker',
  'admin',
  'administrator',
  'changeme',
];

/** The longest password, in signs; better-auth refuses longer ones by itself. */
export const LONGEST_PASSWORD = 128;

/** Why a password may not be chosen. */
export type PasswordWeakness = 'SAME_PASSWORD' | 'PASSWORD_HAS_NAME' | 'PASSWORD_REPEATS' | 'PASSWORD_GUESSED';

/**
 * What is wrong with a new password, beside its length; null where nothing is. No kinds of signs are asked for: they make
 * passwords that people cannot keep (NIST SP 800-63B 3.1.1.2, ASVS 5.0 6.2.5).
 */
export function weaknessOf(chosen: string, before: string, username: string): PasswordWeakness | null {
  // Anybody may send one: a megabyte of it would keep the patterns below busy for an hour.
  if (chosen.length > LONGEST_PASSWORD) return null;
  if (chosen === before) return 'SAME_PASSWORD';
  const plain = chosen.toLowerCase();
  if (new Set(plain).size < 5 || isRun(plain)) return 'PASSWORD_REPEATS';
  if (namesIn(username).some((name) => plain.includes(name))) return 'PASSWORD_HAS_NAME';
  const core = plain.replaceAll(/[^a-z]+$|^[^a-z]+/g, '').replaceAll(/[^a-z0-9-]/g, '');
  if (GUESSED_FIRST.some((word) => core === word || core === word + word)) return 'PASSWORD_GUESSED';
  return null;
}

/** The parts of a user name that are long enough to be somebody's name. */
function namesIn(username: string): string[] {
  const [local = ''] = username.toLowerCase().split('@');
  return [local, ...local.split(/[^a-z0-9]+/)].filter((part) => part.length >= 4);
}

/** Signs that simply follow one another, as on the keyboard or in the alphabet: abcdefghijkl, 123456789012. */
function isRun(plain: string): boolean {
  let steps = 0;
  for (let i = 1; i < plain.length; i += 1) {
    const step = plain.charCodeAt(i) - plain.charCodeAt(i - 1);
    if (step === 1 || step === -1 || (plain[i - 1] === '9' && plain[i] === '0')) steps += 1;
  }
  return steps >= plain.length - 2;
}

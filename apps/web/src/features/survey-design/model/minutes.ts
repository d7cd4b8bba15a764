/** "12 minutes", "less than a minute". */
export function minutesWords(minutes: number): string {
  const whole = Math.round(minutes);
  if (whole < 1) return 'less than a minute';
  return whole === 1 ? '1 minute' : `${whole} minutes`;
}

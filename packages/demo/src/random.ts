/**
 * Seeded randomness whose streams are named. A stream is fixed by its full name alone, never by how much another stream
 * has been used, so a new draw in one place leaves everything else as it was.
 */
export class RandomStream {
  readonly #name: string;
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  constructor(name: string) {
    this.#name = name;
    [this.#a, this.#b, this.#c, this.#d] = hashOf(name);
    for (let i = 0; i < 12; i += 1) this.next();
  }

  /** The stream of a part, such as one person or one child. */
  split(part: string | number): RandomStream {
    return new RandomStream(`${this.#name}/${part}`);
  }

  /** At least 0, less than 1: the "small fast counter" generator sfc32 of Chris Doty-Humphrey's PractRand. */
  next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#d) | 0;
    this.#d = (this.#d + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (this.#c << 21) | (this.#c >>> 11);
    this.#c = (this.#c + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  }

  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new RangeError(`Nothing to pick from in ${this.#name}.`);
    return item;
  }

  /** One of the keys, as often as its weight says. */
  weighted<Key extends string>(weights: Readonly<Record<Key, number>>): Key {
    let total = 0;
    for (const key in weights) total += weights[key];
    let left = this.next() * total;
    let last: Key | null = null;
    for (const key in weights) {
      left -= weights[key];
      if (left < 0) return key;
      last = key;
    }
    if (last === null) throw new RangeError(`Nothing to choose from in ${this.#name}.`);
    return last;
  }

  /** A waiting time with the given mean, rounded down: many short ones, a few long ones. */
  waiting(mean: number): number {
    return Math.floor(-Math.log(1 - this.next()) * mean);
  }
}

export function randomStream(seed: number | string): RandomStream {
  return new RandomStream(String(seed));
}

/** Four 32-bit numbers from a text, by multiply-and-xor rounds that let every character reach every number. */
function hashOf(text: string): [number, number, number, number] {
  let [a, b, c, d] = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ code, 0x85ebca6b);
    b = c ^ Math.imul(b ^ code, 0xc2b2ae35);
    c = d ^ Math.imul(c ^ code, 0x27d4eb2f);
    d = a ^ Math.imul(d ^ code, 0x165667b1);
  }
  return [a | 0, b | 0, c | 0, d | 0];
}

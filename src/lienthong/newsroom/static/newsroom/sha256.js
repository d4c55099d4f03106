// SHA-256 (FIPS 180-4) of a file that comes in parts. The browser's own digest wants the whole file in memory, and only
// offers itself on encrypted pages, which not every office's network has.
const K = Uint32Array.from(
  { length: 64 },
  (_, place) => fraction(Math.cbrt(prime(place))),
);

function prime(place) {
  let found = 0;
  for (let number = 2; ; number += 1) {
    let divided = false;
    for (let by = 2; by * by <= number && !divided; by += 1) divided = number % by === 0;
    if (!divided && found++ === place) return number;
  }
}

function fraction(root) {
  return Math.floor((root - Math.floor(root)) * 2 ** 32);
}

const turned = (word, by) => (word >>> by) | (word << (32 - by));

export class Sha256 {
  constructor() {
    this.state = Uint32Array.from({ length: 8 }, (_, place) => fraction(Math.sqrt(prime(place))));
    this.words = new Uint32Array(64);
    this.rest = new Uint8Array(64);
    this.held = 0;
    this.length = 0;
  }

  add(bytes) {
    this.length += bytes.length;
    let at = 0;
    while (at < bytes.length) {
      const taken = Math.min(64 - this.held, bytes.length - at);
      this.rest.set(bytes.subarray(at, at + taken), this.held);
      this.held += taken;
      at += taken;
      if (this.held === 64) this.#block();
    }
  }

  hex() {
    const bits = this.length * 8;
    this.rest[this.held] = 0x80;
    this.rest.fill(0, this.held + 1);
    if (this.held + 1 > 56) {
      this.#block();
      this.rest.fill(0);
    }
    const view = new DataView(this.rest.buffer);
    view.setUint32(56, Math.floor(bits / 2 ** 32));
    view.setUint32(60, bits >>> 0);
    this.#block();
    return Array.from(this.state, (word) => word.toString(16).padStart(8, "0")).join("");
  }

  #block() {
    const w = this.words;
    const view = new DataView(this.rest.buffer);
    for (let at = 0; at < 16; at += 1) w[at] = view.getUint32(at * 4);
    for (let at = 16; at < 64; at += 1) {
      const low = turned(w[at - 15], 7) ^ turned(w[at - 15], 18) ^ (w[at - 15] >>> 3);
      const high = turned(w[at - 2], 17) ^ turned(w[at - 2], 19) ^ (w[at - 2] >>> 10);
      w[at] = w[at - 16] + low + w[at - 7] + high;
    }
    let [a, b, c, d, e, f, g, h] = this.state;
    for (let at = 0; at < 64; at += 1) {
      const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + K[at] + w[at]) | 0;
      const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, place) => { this.state[place] += word; });
    this.held = 0;
  }
}

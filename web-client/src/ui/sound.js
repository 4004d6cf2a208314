/** Short tones without a file: a hit ticks, a wall taps, a goal rustles into the bin. */

/** @import {Touch} from '../game/ballView.js' */

/** @typedef {{ from: number, to: number, lasts: number, type: OscillatorType, volume: number }} Tone */

/** @type {Readonly<Record<Touch['kind'] | 'go', Tone>>} hertz and seconds */
const TONES = {
  hit: { from: 620, to: 420, lasts: 0.07, type: 'triangle', volume: 0.25 },
  wall: { from: 240, to: 200, lasts: 0.05, type: 'sine', volume: 0.18 },
  goal: { from: 320, to: 70, lasts: 0.28, type: 'sawtooth', volume: 0.12 },
  go: { from: 520, to: 780, lasts: 0.12, type: 'triangle', volume: 0.18 },
};

export class Sound {
  /** @type {AudioContext | null} */
  #context = null;

  #preferences;

  /** @param {{ sound: boolean }} preferences */
  constructor(preferences) {
    this.#preferences = preferences;
  }

  get on() {
    return this.#preferences.sound;
  }

  set on(on) {
    this.#preferences.sound = on;
  }

  /** @param {keyof typeof TONES} name */
  play(name) {
    if (!this.on || !(navigator.userActivation?.hasBeenActive ?? true)) {
      return; // a browser lets a page sound only after the first touch
    }
    this.#context ??= new AudioContext();
    const { from, to, lasts, type, volume } = TONES[name];
    const start = this.#context.currentTime;
    const tone = new OscillatorNode(this.#context, { type, frequency: from });
    const loudness = new GainNode(this.#context, { gain: volume });
    tone.frequency.exponentialRampToValueAtTime(to, start + lasts);
    loudness.gain.exponentialRampToValueAtTime(0.001, start + lasts);
    tone.connect(loudness).connect(this.#context.destination);
    tone.start(start);
    tone.stop(start + lasts);
  }
}

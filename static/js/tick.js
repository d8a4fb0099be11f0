/* A soft tick for a settled answer: wood on paper, not a bell. */

const PITCH = 1320; // Hz: high enough for a small loudspeaker
const LOUD = 0.08; // of full scale
const LASTS = 0.09; // s

export class Tick {
  #audio = new AudioContext();

  play() {
    // Browsers let no page sound before it was touched; by now it was.
    this.#audio.resume();
    const start = this.#audio.currentTime;
    const tone = new OscillatorNode(this.#audio, { frequency: PITCH, type: "sine" });
    const volume = new GainNode(this.#audio, { gain: LOUD });
    tone.frequency.exponentialRampToValueAtTime(PITCH / 2, start + LASTS);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + LASTS);
    tone.connect(volume).connect(this.#audio.destination);
    tone.start(start);
    tone.stop(start + LASTS);
  }
}

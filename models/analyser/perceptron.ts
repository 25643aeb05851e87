/** Averaged perceptron over hashed features (Collins 2002), with the averaging done lazily (Daumé 2006). */
import type { LinearWeights } from "../../packages/reading/src/analyse/linear.ts";

export class Perceptron implements LinearWeights {
  readonly rows: Float32Array;
  private readonly sums: Float32Array;
  private steps = 1;
  readonly bits: number;
  readonly classes: number;

  constructor(bits: number, classes: number) {
    this.bits = bits;
    this.classes = classes;
    this.rows = new Float32Array(2 ** bits * classes);
    this.sums = new Float32Array(2 ** bits * classes);
  }

  step(): void {
    this.steps++;
  }

  update(features: Int32Array, count: number, { up, down }: { up: number; down: number }): void {
    const shift = 32 - this.bits;
    for (let at = 0; at < count; at++) {
      const row = (Math.imul(features[at]!, 0x9e3779b1) >>> shift) * this.classes;
      this.rows[row + up]! += 1;
      this.rows[row + down]! -= 1;
      this.sums[row + up]! += this.steps;
      this.sums[row + down]! -= this.steps;
    }
  }

  averaged(): LinearWeights {
    const rows = this.rows.map((weight, at) => weight - this.sums[at]! / this.steps);
    return { rows, bits: this.bits, classes: this.classes };
  }

  quantised(): Int8Array {
    const { rows } = this.averaged();
    const sizes = rows
      .filter((weight) => weight !== 0)
      .map(Math.abs)
      .sort();
    const largest = sizes[Math.floor(sizes.length * 0.9995)] ?? 1;
    return Int8Array.from(rows, (weight) =>
      Math.max(-127, Math.min(127, Math.round((weight / largest) * 127))),
    );
  }
}

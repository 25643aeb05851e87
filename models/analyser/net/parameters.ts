/** All parameters in one block with their gradients and Adam moments beside them: one sweep updates everything. */
import type { Address, Memory } from "./memory.ts";

export interface Parameter {
  name: string;
  rows: number;
  columns: number;
  at: Address;
  gradient: Address;
}

export interface Shape {
  rows: number;
  columns: number;
  /** Standard deviation at the start; 0 for zeros. */
  spread: number;
}

export class Parameters {
  private readonly byName = new Map<string, Parameter>();
  readonly count: number;
  readonly values: Address;
  readonly gradients: Address;
  private readonly first: Address;
  private readonly second: Address;
  private readonly memory: Memory;
  private step = 0;

  constructor(memory: Memory, shapes: Record<string, Shape>, random: () => number) {
    this.memory = memory;
    const sizes = Object.values(shapes).map(({ rows, columns }) => Math.ceil((rows * columns) / 16) * 16);
    this.count = sizes.reduce((sum, size) => sum + size, 0);
    this.values = memory.room(this.count);
    this.gradients = memory.room(this.count);
    this.first = memory.room(this.count);
    this.second = memory.room(this.count);
    let offset = 0;
    Object.entries(shapes).forEach(([name, { rows, columns, spread }], i) => {
      const at = this.values + offset * 4;
      this.byName.set(name, { name, rows, columns, at, gradient: this.gradients + offset * 4 });
      const view = memory.view(at, rows * columns);
      for (let k = 0; k < view.length; k++) view[k] = spread * (random() * 2 - 1) * Math.sqrt(3);
      offset += sizes[i]!;
    });
  }

  get(name: string): Parameter {
    const found = this.byName.get(name);
    if (!found) throw new ReferenceError(`no parameter ${name}`);
    return found;
  }

  numbers(name: string): Float32Array {
    const { at, rows, columns } = this.get(name);
    return this.memory.view(at, rows * columns);
  }

  snapshot(): Float32Array {
    return this.memory.view(this.values, this.count).slice();
  }

  restore(snapshot: Float32Array): void {
    this.memory.view(this.values, this.count).set(snapshot);
  }

  /** One Adam step with the gradient's norm cut at `clip`; the gradients are zeroed. */
  update(rate: number, clip: number): void {
    this.step++;
    const { kernel } = this.memory;
    const beta1 = 0.9;
    const beta2 = 0.98;
    const norm = Math.sqrt(kernel.squaredNorm!(this.gradients, this.count));
    const scale = norm > clip ? clip / norm : 1;
    const corrected = rate / (1 - beta1 ** this.step);
    kernel.adam!(
      this.values,
      this.gradients,
      this.first,
      this.second,
      this.count,
      corrected,
      scale,
      beta1,
      beta2,
      1 / (1 - beta2 ** this.step),
    );
  }
}

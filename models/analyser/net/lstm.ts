/** A bidirectional LSTM layer with coupled forget and input gates (Greff et al. 2017), forward and backward in time. */
import type { Batch } from "./batch.ts";
import type { Address, Memory } from "./memory.ts";
import type { Parameters } from "./parameters.ts";

interface Direction {
  recurrent: string;
  gates: Address;
  cells: Address;
  outputs: Address;
  previous: Address;
}

export class LstmLayer {
  readonly input: number;
  readonly hidden: number;
  private readonly name: string;
  private readonly memory: Memory;
  private readonly parameters: Parameters;
  private readonly projected: Address;
  private readonly directions: Direction[];
  private readonly gradient: Address;
  private readonly carried: Address;
  private readonly returned: Address;
  private readonly turned: Address;

  constructor(parts: {
    name: string;
    memory: Memory;
    parameters: Parameters;
    input: number;
    hidden: number;
    limit: number;
  }) {
    const { name, memory, parameters, input, hidden, limit } = parts;
    this.name = name;
    this.memory = memory;
    this.parameters = parameters;
    this.input = input;
    this.hidden = hidden;
    this.projected = memory.room(limit * 6 * hidden);
    this.directions = ["forward", "backward"].map((direction) => ({
      recurrent: `${name}.${direction}`,
      gates: memory.room(limit * 3 * hidden),
      cells: memory.room(limit * hidden),
      outputs: memory.room(limit * hidden),
      previous: memory.room(limit * hidden),
    }));
    this.gradient = memory.room(limit * hidden);
    this.carried = memory.room(limit * hidden);
    this.returned = memory.room(limit * hidden);
    this.turned = memory.room(6 * hidden * Math.max(input, hidden));
  }

  /** `x` (rows × input) to `out` (rows × 2 hidden). `mask` (sentences × hidden per direction) thins the recurrence, 0 for none. */
  forward(batch: Batch, { x, out, mask }: { x: Address; out: Address; mask: Address }): void {
    const { kernel } = this.memory;
    const { hidden: h, input, projected } = this;
    const weights = this.parameters.get(`${this.name}.input`);
    kernel.fillRows!(this.parameters.get(`${this.name}.bias`).at, projected, 6 * h, batch.size, 6 * h);
    kernel.gemm!(x, input, weights.at, 6 * h, projected, 6 * h, batch.size, 6 * h, input);
    this.directions.forEach((direction, d) => {
      const order = d === 0 ? batch.own : batch.mirrored;
      kernel.gather!(projected + d * 3 * h * 4, 6 * h, order, direction.gates, 3 * h, batch.size, 3 * h);
      this.run(batch, direction, mask === 0 ? 0 : mask + d * batch.examples.length * h * 4);
      kernel.gather!(direction.outputs, h, order, out + d * h * 4, 2 * h, batch.size, h);
    });
  }

  private run(batch: Batch, { recurrent, gates, cells, outputs, previous }: Direction, mask: Address): void {
    const { kernel } = this.memory;
    const h = this.hidden;
    const u = this.parameters.get(recurrent).at;
    batch.counts.forEach((count, t) => {
      const row = batch.offsets[t]!;
      const before = t > 0 ? batch.offsets[t - 1]! : -1;
      const now = gates + row * 3 * h * 4;
      if (before >= 0) {
        const from = outputs + before * h * 4;
        const to = previous + row * h * 4;
        if (mask === 0) kernel.gather!(from, h, batch.own, to, h, count, h);
        else kernel.maskRows!(from, h, mask, h, batch.own, to, h, count, h);
        kernel.gemm!(to, h, u, 3 * h, now, 3 * h, count, 3 * h, h);
      }
      const lastCells = before >= 0 ? cells + before * h * 4 : 0;
      kernel.lstmForward!(now, lastCells, cells + row * h * 4, outputs + row * h * 4, count, h);
    });
  }

  /** Adds to the parameters' gradients; with `dx`, writes the gradient of the input there. */
  backward(
    batch: Batch,
    { x, dout, dx, mask }: { x: Address; dout: Address; dx: Address; mask: Address },
  ): void {
    const { kernel } = this.memory;
    const { hidden: h, input, projected } = this;
    this.directions.forEach((direction, d) => {
      const order = d === 0 ? batch.own : batch.mirrored;
      kernel.gather!(dout + d * h * 4, 2 * h, order, this.gradient, h, batch.size, h);
      this.runBack(batch, direction, mask === 0 ? 0 : mask + d * batch.examples.length * h * 4);
      kernel.gather!(direction.gates, 3 * h, order, projected + d * 3 * h * 4, 6 * h, batch.size, 3 * h);
    });
    const weights = this.parameters.get(`${this.name}.input`);
    kernel.gemmT!(x, input, projected, 6 * h, weights.gradient, 6 * h, input, 6 * h, batch.size);
    kernel.addColumns!(
      projected,
      6 * h,
      batch.size,
      6 * h,
      this.parameters.get(`${this.name}.bias`).gradient,
    );
    kernel.transpose!(weights.at, 6 * h, this.turned, input, input, 6 * h);
    this.memory.clear(dx, batch.size * input);
    kernel.gemm!(projected, 6 * h, this.turned, input, dx, input, batch.size, input, 6 * h);
  }

  private runBack(batch: Batch, { recurrent, gates, cells, previous }: Direction, mask: Address): void {
    const { kernel } = this.memory;
    const { hidden: h, gradient, carried, returned, turned } = this;
    const u = this.parameters.get(recurrent);
    kernel.transpose!(u.at, 3 * h, turned, h, h, 3 * h);
    this.memory.clear(carried, batch.examples.length * h);
    for (let t = batch.counts.length - 1; t >= 0; t--) {
      const count = batch.counts[t]!;
      const row = batch.offsets[t]!;
      const before = t > 0 ? batch.offsets[t - 1]! : -1;
      const now = gates + row * 3 * h * 4;
      kernel.lstmBackward!(
        now,
        before >= 0 ? cells + before * h * 4 : 0,
        cells + row * h * 4,
        gradient + row * h * 4,
        carried,
        count,
        h,
      );
      if (before < 0) continue;
      this.memory.clear(returned, count * h);
      kernel.gemm!(now, 3 * h, turned, h, returned, h, count, h, 3 * h);
      if (mask !== 0) kernel.maskRows!(returned, h, mask, h, batch.own, returned, h, count, h);
      kernel.gatherAdd!(returned, h, batch.own, gradient + before * h * 4, h, count, h);
    }
    const second = batch.counts[0]!;
    const rest = batch.size - second;
    if (rest > 0)
      kernel.gemmT!(
        previous + second * h * 4,
        h,
        gates + second * 3 * h * 4,
        3 * h,
        u.gradient,
        3 * h,
        h,
        3 * h,
        rest,
      );
  }
}

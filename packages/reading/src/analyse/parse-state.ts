/** The state of the arc-hybrid transition system (Kuhlmann et al. 2011) with the root at the end of the buffer. */

export const SHIFT = 0;
export const LEFT = 1;
export const RIGHT = 2;

export class ParseState {
  readonly stack: number[] = [];
  next = 0;
  readonly heads: Int32Array;
  /** Class number + 1 of the relation, 0 while unattached. */
  readonly rels: Int32Array;
  readonly leftmost: Int32Array;
  readonly rightmost: Int32Array;
  readonly leftCount: Int32Array;
  readonly rightCount: Int32Array;
  readonly size: number;

  constructor(size: number) {
    this.size = size;
    this.heads = new Int32Array(size).fill(-2);
    this.rels = new Int32Array(size + 1);
    this.leftmost = new Int32Array(size + 1).fill(-1);
    this.rightmost = new Int32Array(size + 1).fill(-1);
    this.leftCount = new Int32Array(size + 1);
    this.rightCount = new Int32Array(size + 1);
  }

  get done(): boolean {
    return this.next === this.size && this.stack.length === 0;
  }

  allows(action: number): boolean {
    if (action === SHIFT) return this.next < this.size;
    if (action === LEFT) return this.stack.length > 0;
    return this.stack.length > 1;
  }

  /** Head that LEFT or RIGHT would give the top of the stack; `size` is the root. */
  headFor(action: number): number {
    return action === LEFT ? this.next : this.stack[this.stack.length - 2]!;
  }

  shift(): void {
    this.stack.push(this.next++);
  }

  attach(head: number, relation: number): void {
    const child = this.stack.pop()!;
    this.heads[child] = head === this.size ? -1 : head;
    this.rels[child] = relation + 1;
    if (child < head) {
      if (this.leftmost[head] === -1 || child < this.leftmost[head]!) this.leftmost[head] = child;
      this.leftCount[head]!++;
    } else {
      if (child > this.rightmost[head]!) this.rightmost[head] = child;
      this.rightCount[head]!++;
    }
  }
}

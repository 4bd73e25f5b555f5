/** What each of several outputs is of the inputs: its bias, and each input by its weight. */
export interface WeightedSums {
  readonly inputs: number;
  /** For each output those of all inputs. */
  readonly weights: Float64Array;
  /** A multiple of `TOGETHER`. */
  readonly bias: Float64Array;
}

/** Outputs that are summed up side by side: each sum waits for its own last step, and an input is read once for all. */
export const TOGETHER = 4;

/**
 * Sums the inputs up for each output, from one input to before another; those outside count as zero. It is what the
 * network's time goes into. A small function of its own is soon optimized, even in a run over one text.
 */
export function sumUp(sums: Float64Array, of: WeightedSums, values: Float64Array, from: number, to: number): void {
  const { inputs, weights, bias } = of;
  for (let output = 0; output < bias.length; output += TOGETHER) {
    const first1 = output * inputs;
    const first2 = first1 + inputs;
    const first3 = first2 + inputs;
    const first4 = first3 + inputs;
    let sum1 = bias[output]!;
    let sum2 = bias[output + 1]!;
    let sum3 = bias[output + 2]!;
    let sum4 = bias[output + 3]!;
    for (let input = from; input < to; input++) {
      const value = values[input]!;
      sum1 += weights[first1 + input]! * value;
      sum2 += weights[first2 + input]! * value;
      sum3 += weights[first3 + input]! * value;
      sum4 += weights[first4 + input]! * value;
    }
    sums[output] = sum1;
    sums[output + 1] = sum2;
    sums[output + 2] = sum3;
    sums[output + 3] = sum4;
  }
}
